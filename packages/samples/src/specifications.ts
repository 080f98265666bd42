import type {
  ArtworkView,
  ClauseView,
  ProposedClauseView,
  PublicVersionView,
  SpecificationRow,
  SpecificationView,
  UploadView,
  VersionRow,
  VersionView,
} from '@portal/contracts'
import { SAMPLE_NOW, sampleId } from './sample-id.ts'

const TITLE = 'Especificaciones del Paquete Electoral Postal'
const text = { kind: 'paragraph', numberOrigin: 'typed', depth: 0, marks: [], table: null } as const

export const aClause = (changes: Partial<ClauseView> = {}): ClauseView => ({
  ...text,
  marks: [],
  id: sampleId(50),
  number: '2.1',
  citation: '2.1',
  text: 'El sobre será de papel bond.',
  classification: null,
  withheld: false,
  ...changes,
})

export const aProposedClause = (changes: Partial<ProposedClauseView> = {}): ProposedClauseView => ({
  ...text,
  marks: [],
  key: 'c1',
  number: '2.1',
  text: 'El sobre será de papel bond.',
  excluded: false,
  ...changes,
})

export const anUpload = (changes: Partial<UploadView> = {}): UploadView => ({
  id: sampleId(60),
  name: 'especificaciones-pep-v1.docx',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  bytes: 48_211,
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ...changes,
})

export const anArtwork = (changes: Partial<ArtworkView> = {}): ArtworkView => ({
  id: sampleId(70),
  element: 'Sobre-PEP',
  upload: anUpload({ id: sampleId(61), name: 'sobre-pep.pdf', type: 'application/pdf' }),
  pages: [{ widthMm: 240, heightMm: 170 }],
  classification: null,
  withheld: false,
  ...changes,
})

export const aVersionRow = (changes: Partial<VersionRow> = {}): VersionRow => ({
  id: sampleId(20),
  number: 1,
  status: 'in_round',
  statusSince: SAMPLE_NOW,
  title: TITLE,
  indexed: true,
  clauses: 1,
  artworks: 0,
  rounds: [],
  ...changes,
})

export const aSpecificationRow = (changes: Partial<SpecificationRow> = {}): SpecificationRow => ({
  id: sampleId(30),
  title: TITLE,
  kind: 'pep',
  illustrative: true,
  createdAt: SAMPLE_NOW,
  latest: { id: sampleId(20), number: 1, status: 'in_round', statusSince: SAMPLE_NOW },
  ...changes,
})

export const aSpecification = (changes: Partial<SpecificationView> = {}): SpecificationView => ({
  id: sampleId(30),
  title: TITLE,
  kind: 'pep',
  illustrative: true,
  createdAt: SAMPLE_NOW,
  createdBy: { id: 'derfe_coordinator-derfe', name: 'Marisol Quintero Ávila' },
  recordVersion: 1,
  versions: [aVersionRow()],
  mayImport: false,
  ...changes,
})

export const aVersion = (changes: Partial<VersionView> = {}): VersionView => ({
  id: sampleId(20),
  specification: { id: sampleId(30), title: TITLE, kind: 'pep', illustrative: true },
  number: 1,
  status: 'in_round',
  statusSince: SAMPLE_NOW,
  title: TITLE,
  recordVersion: 1,
  source: anUpload(),
  sourceWithheld: false,
  proposal: null,
  findings: [],
  followsMatrix: false,
  clauses: [aClause()],
  artworks: [],
  resolutions: [],
  rounds: [],
  allowed: [],
  mayPrepareRound: false,
  ...changes,
})

export const aPublicVersion = (changes: Partial<PublicVersionView> = {}): PublicVersionView => ({
  id: sampleId(20),
  title: TITLE,
  kind: 'pep',
  number: 1,
  status: 'approved',
  illustrative: true,
  resolutions: [{ number: 'INE/CG49/2018', body: 'CG', day: '2018-01-22', subject: 'Se aprueba' }],
  clauses: [aClause()],
  source: null,
  artworks: [
    {
      element: 'Sobre-PEP',
      file: { id: sampleId(61), name: 'sobre-pep.pdf', bytes: 48_211, sha256: anUpload().sha256 },
    },
  ],
  matrices: [],
  ...changes,
})
