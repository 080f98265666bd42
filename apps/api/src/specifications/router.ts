import { router } from '../trpc.ts'
import { attachArtwork } from './attach-artwork.ts'
import { classify } from './classify.ts'
import { clauseHistory } from './clause-history.ts'
import { compareVersions } from './compare-versions.ts'
import { correctProposal } from './correct-proposal.ts'
import { createSpecification } from './create-specification.ts'
import { getSpecification } from './get-specification.ts'
import { getVersion } from './get-version.ts'
import { importDocument } from './import-document.ts'
import { indexVersion } from './index-version.ts'
import { justifyPromise } from './justify-promise.ts'
import { listPromises } from './list-promises.ts'
import { listSpecifications } from './list-specifications.ts'
import { publishVersion } from './publish-version.ts'
import { recordResolution } from './record-resolution.ts'
import { withdrawVersion } from './withdraw-version.ts'

export const specificationsRouter = router({
  list: listSpecifications,
  get: getSpecification,
  version: getVersion,
  compare: compareVersions,
  clauseHistory,
  create: createSpecification,
  importDocument,
  correct: correctProposal,
  index: indexVersion,
  attachArtwork,
  recordResolution,
  withdraw: withdrawVersion,
  classify,
  promises: listPromises,
  justifyPromise,
  publish: publishVersion,
})
