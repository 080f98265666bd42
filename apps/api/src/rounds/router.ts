import { router } from '../trpc.ts'
import { cancelRound } from './cancel-round.ts'
import { closeRoundEarly } from './close-round-early.ts'
import { concludeRound } from './conclude-round.ts'
import { countBoard } from './count-board.ts'
import { editRound } from './edit-round.ts'
import { extendRound } from './extend-round.ts'
import { getRound } from './get-round.ts'
import { judgeLateAnswer } from './judge-late-answer.ts'
import { listRounds } from './list-rounds.ts'
import { openRound } from './open-round.ts'
import { prepareRound } from './prepare-round.ts'
import { proposeOutcomes } from './propose-outcomes.ts'
import { publishEarly } from './publish-early.ts'
import { returnProposal } from './return-proposal.ts'
import { roundOverview } from './round-overview.ts'
import { validateMatrix } from './validate-matrix.ts'

export const roundsRouter = router({
  list: listRounds,
  get: getRound,
  board: countBoard,
  overview: roundOverview,
  prepare: prepareRound,
  edit: editRound,
  open: openRound,
  extend: extendRound,
  closeEarly: closeRoundEarly,
  judgeLate: judgeLateAnswer,
  propose: proposeOutcomes,
  validate: validateMatrix,
  returnProposal,
  publishEarly,
  conclude: concludeRound,
  cancel: cancelRound,
})
