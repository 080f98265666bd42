/** Organisations, people and sessions: the directory's seven OPL become thirty-two. */
export const OPL = `
  INSERT INTO organisation (id, kind, short_name, name, entity, position)
  SELECT 'opl' || lpad(n::text, 2, '0'), 'opl', 'OPL ' || n, 'Organismo Público Local ' || n, 'Entidad ' || n, 100 + n
  FROM generate_series(8, 32) AS n;
  UPDATE organisation SET two_levels = false;
  INSERT INTO person (id, name, email, email_verified, created_at, updated_at)
  SELECT gen_random_uuid(), 'Enlace de ' || short_name, 'enlace.' || id || '@demo.test', true, now(), now()
  FROM organisation WHERE id LIKE 'opl%';
  INSERT INTO appointment (person_id, organisation_id, role, from_day)
  SELECT p.id, o.id, 'opl_liaison', '2017-09-08'
  FROM organisation AS o JOIN person AS p ON p.email = 'enlace.' || o.id || '@demo.test' WHERE o.id LIKE 'opl%';
  INSERT INTO session (id, token, person_id, expires_at, updated_at)
  SELECT gen_random_uuid(), replace(gen_random_uuid()::text, '-', ''), id, now() + interval '1 day', now() FROM person`

export const DOCUMENT = `
  INSERT INTO stored_file (sha256, bytes, type, stored_at) VALUES (repeat('0', 64), 1, 'docx', now());
  INSERT INTO upload (sha256, name, uploaded_by, organisation_id, uploaded_at)
  SELECT repeat('0', 64), 'especificaciones.docx', id, 'derfe', now() FROM person LIMIT 1;
  INSERT INTO specification (title, kind, illustrative, created_by, created_at)
  SELECT 'Especificaciones técnicas del Paquete Electoral Postal', 'pep', true, uploaded_by, now() FROM upload;
  INSERT INTO specification_version (specification_id, number, status, title, source_id, findings, indexed_at,
    status_since, created_by, created_at)
  SELECT s.id, 1, 'in_round', s.title, u.id, '[]', now(), now(), s.created_by, now() FROM specification AS s, upload AS u;
  INSERT INTO clause (version_id, identity_id, position, citation, number, number_origin, kind, depth, text, marks)
  SELECT v.id, gen_random_uuid(), n, (1 + n / 20) || '.' || (1 + n % 20), (1 + n / 20) || '.' || (1 + n % 20), 'typed',
    'paragraph', 1, 'Numeral ' || n || '. ' || repeat('El sobre se imprime a una tinta sobre papel bond blanco. ', 4), '[]'
  FROM specification_version AS v, generate_series(1, 200) AS n`

/** `$1` how many, `$2` their status, `$3` how many observations each has: answered by every OPL. */
export const ROUNDS = `
  WITH made AS (
    INSERT INTO review_round (version_id, number, status, status_since, visibility, rule_amount, rule_kind, calendar_key,
      opened_at, due, closed_at, published_at, last_number, created_by, created_at)
    SELECT v.id, (SELECT count(*) FROM review_round) + n, $2, now(), 'after_publication', 9, 'natural_days',
      'electoral_process', now() - interval '20 days',
      now() + CASE WHEN $2 = 'open' THEN interval '30 days' ELSE interval '-10 days' END,
      CASE WHEN $2 <> 'open' THEN now() - interval '10 days' END, CASE WHEN $2 = 'published' THEN now() END,
      $3, v.created_by, now() - interval '21 days'
    FROM specification_version AS v, generate_series(1, $1::int) AS n
    RETURNING id
  ), asked AS (
    INSERT INTO round_response (round_id, organisation_id, status, status_since, opened_at, sent_at)
    SELECT made.id, o.id, CASE WHEN $2 = 'open' THEN 'drafting' ELSE 'sent_with_observations' END, now(), now(),
      CASE WHEN $2 <> 'open' THEN now() END
    FROM made, organisation AS o WHERE o.kind = 'opl'
  )
  SELECT id FROM made`

/** `$1` rounds, `$2` how many in each, `$3` whether all are resolved: otherwise every second waits for its outcome. */
export const OBSERVATIONS = `
  INSERT INTO observation (round_id, response_id, organisation_id, number, status, type, target_kind, clause_id,
    text_start, text_end, quote, says, should_say, rationale, legal_basis, author_id, created_at, updated_at, sent_at,
    disposition, reason, agreed_text, answered_by, proposed_by, proposed_at)
  SELECT a.round_id, a.id, a.organisation_id, n,
    CASE WHEN $3 THEN 'resolved' WHEN o.decided THEN 'proposed' ELSE 'received' END,
    (ARRAY['substance', 'form', 'spelling'])[1 + n % 3], 'text', c.id, 3, 40, substr(c.text, 4, 37),
    'Numeral ' || n || '. El sobre se imprime a una tinta sobre papel bond blanco de 90 gramos.',
    'Numeral ' || n || '. El sobre se imprime a una tinta, Pantone 7425 C, sobre papel bond blanco de 90 gramos por metro
      cuadrado, con ventana de acetato y solapa engomada.',
    'La especificación no señala la tinta ni las medidas útiles, por lo que dos imprentas pueden entregar sobres distintos;
      con ello se evita una diferencia entre las entidades y se facilita la cotización de la impresión local (' || n || ').',
    'LGIPE, artículo 342, párrafo 3', author.id, now() - interval '12 days', now() - interval '11 days',
    now() - interval '11 days',
    o.disposition, CASE WHEN o.decided THEN 'Se precisa la tinta; las medidas útiles ya se señalan en el numeral 2.2.' ELSE '' END,
    CASE WHEN o.decided THEN 'El sobre se imprime a una tinta, Pantone 7425 C, sobre papel bond blanco de 90 gramos.' ELSE '' END,
    CASE WHEN o.disposition = 'answered_elsewhere' THEN 1 END,
    CASE WHEN o.decided THEN (SELECT id FROM person WHERE email = 'coordinacion.derfe@demo.test') END,
    CASE WHEN o.decided THEN now() - interval '5 days' END
  FROM generate_series(1, $2::int) AS n
  CROSS JOIN LATERAL (
    SELECT $3 OR n % 2 = 0 AS decided, CASE WHEN $3 OR n % 2 = 0 THEN
      (ARRAY['accepted', 'partly_accepted', 'rejected', 'answered_elsewhere'])[1 + n / 2 % 4] END AS disposition
  ) AS o
  JOIN (SELECT *, row_number() OVER (PARTITION BY round_id ORDER BY organisation_id) - 1 AS place FROM round_response
        WHERE round_id = ANY ($1::uuid[])) AS a ON a.place = n % 32
  JOIN clause AS c ON c.position = 1 + n % 200
  JOIN person AS author ON author.email = 'enlace.' || a.organisation_id || '@demo.test'
  ORDER BY a.round_id, n`

/** Every observation was begun by an act: an event as the road of acts writes it, at the head of its chain. */
export const EVENTS = `
  WITH said AS (
    SELECT o.id, o.author_id, o.created_at, format('{"actor":{"appointmentId":%s,"organisationId":%s,"personId":%s,' ||
      '"personName":%s,"role":"opl_liaison"},"at":%s,"details":{"citation":%s,"type":%s},"recordId":%s,' ||
      '"recordKind":"observation","verb":"observations.save"}', to_json(a.id), to_json(o.organisation_id),
      to_json(o.author_id), to_json(p.name),
      to_json(to_char(o.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(c.citation),
      to_json(o.type), to_json(o.id)) AS body
    FROM observation AS o JOIN person AS p ON p.id = o.author_id JOIN appointment AS a ON a.person_id = p.id
    JOIN clause AS c ON c.id = o.clause_id
  ), hashed AS MATERIALIZED (
    SELECT *, sha256(decode(repeat('00', 32), 'hex') || int4send(1) || convert_to(chr(10) || body, 'UTF8')) AS hash FROM said
  ), chains AS (
    INSERT INTO audit_chain (record_id, record_kind, seq, hash) SELECT id, 'observation', 1, hash FROM hashed
  )
  INSERT INTO audit_event (record_id, seq, record_kind, verb, at, person_id, body, hash)
  SELECT id, 1, 'observation', 'observations.save', created_at, author_id, body, hash FROM hashed`

/** `$1` observations, `$2` how many acts more on each: DERFE weighs its outcome again and again. */
export const THREADS = `
  SELECT append_event('observation', o.id, 'observations.dispose', o.created_at, p.id,
    format('{"actor":{"appointmentId":%s,"organisationId":"derfe","personId":%s,"personName":%s,"role":"derfe_coordinator"},' ||
      '"at":%s,"details":{"agreedText":"El sobre se imprime a una tinta, Pantone 7425 C, sobre papel bond blanco.",' ||
      '"answeredBy":null,"disposition":"accepted","number":%s},"reason":"Se precisa la tinta; las medidas útiles ya se' ||
      ' señalan en el numeral 2.2 (%s).","recordId":%s,"recordKind":"observation","verb":"observations.dispose"}',
      to_json(a.id), to_json(p.id), to_json(p.name),
      to_json(to_char(o.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), o.number, n, to_json(o.id)))
  FROM observation AS o, person AS p JOIN appointment AS a ON a.person_id = p.id, generate_series(1, $2::int) AS n
  WHERE o.id = ANY ($1::uuid[]) AND p.email = 'coordinacion.derfe@demo.test'`

/** The answers of open rounds, so that consecutive ones are of other rounds and other OPL. */
export const ANSWERS = `
  SELECT a.id AS "responseId", a.organisation_id AS "organisationId",
    'enlace.' || a.organisation_id || '@demo.test' AS email
  FROM (SELECT *, dense_rank() OVER (ORDER BY round_id) AS round_place,
          row_number() OVER (PARTITION BY round_id ORDER BY organisation_id) AS place
        FROM round_response WHERE round_id = ANY ($1::uuid[])) AS a
  ORDER BY (a.place + a.round_place) % 32, a.round_place`
