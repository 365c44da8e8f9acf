-- New columns have labels --------------------------------------------------------
--
-- No event trigger is made here: one is of the whole database, and superusers make
-- them. A trusted extension must not give one to whoever creates it.

CREATE TABLE breachvalue.label_requirement (
	schema_name name PRIMARY KEY,
	action text NOT NULL CHECK (action IN ('warn', 'refuse', 'auto'))
);
COMMENT ON TABLE breachvalue.label_requirement IS
'schemas whose new columns must have labels where they look like personal data, as require_labels() has set them';
COMMENT ON COLUMN breachvalue.label_requirement.schema_name IS 'the schema';
COMMENT ON COLUMN breachvalue.label_requirement.action IS
'what happens to a column without one: warn, refuse (the transaction that made it), or auto (it gets one)';
GRANT SELECT ON breachvalue.label_requirement TO PUBLIC;
SELECT pg_catalog.pg_extension_config_dump('breachvalue.label_requirement', '');

CREATE FUNCTION breachvalue.check_requirement() RETURNS trigger
AS 'MODULE_PATHNAME', 'breachvalue_check_requirement'
LANGUAGE C;
COMMENT ON FUNCTION breachvalue.check_requirement() IS
'trigger that lets the owner of the extension restore what is required, where it is not enforced';
CREATE TRIGGER check_requirement BEFORE INSERT ON breachvalue.label_requirement
	FOR EACH ROW EXECUTE FUNCTION breachvalue.check_requirement();
GRANT INSERT ON breachvalue.label_requirement TO @extowner@;

CREATE FUNCTION breachvalue.note_new_columns() RETURNS event_trigger
AS 'MODULE_PATHNAME', 'breachvalue_note_new_columns'
LANGUAGE C;
COMMENT ON FUNCTION breachvalue.note_new_columns() IS
'event trigger that looks after the labels of new columns where require_labels() wants them';

CREATE FUNCTION breachvalue.require_labels(schema_name name, action text DEFAULT 'warn') RETURNS void
AS 'MODULE_PATHNAME', 'breachvalue_require_labels'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION breachvalue.require_labels(name, text) IS
'has new columns of the tables of a schema labelled where they look like personal data: warn, refuse or auto; for superusers';

CREATE FUNCTION breachvalue.drop_label_requirement(schema_name name) RETURNS void
AS 'MODULE_PATHNAME', 'breachvalue_drop_label_requirement'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION breachvalue.drop_label_requirement(name) IS
'lets columns of a schema go without labels again; for superusers';

CREATE VIEW breachvalue.label_requirements AS
SELECT r.schema_name, r.action,
	EXISTS (SELECT FROM pg_event_trigger t
		WHERE t.evtname = 'breachvalue_note_new_columns' AND t.evtenabled IN ('O', 'A'))
		AND EXISTS (SELECT FROM pg_namespace n WHERE n.nspname = r.schema_name) AS enforced
FROM breachvalue.label_requirement r;
COMMENT ON VIEW breachvalue.label_requirements IS
'schemas whose new columns must have labels; after a restore they are not enforced until require_labels() is called again, nor where the schema has another name now';
GRANT SELECT ON breachvalue.label_requirements TO PUBLIC;

CREATE FUNCTION breachvalue.unlabelled_columns(relation regclass,
	OUT column_name name, OUT class text, OUT confidence numeric) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'breachvalue_unlabelled_columns'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 100 ROWS 3;
COMMENT ON FUNCTION breachvalue.unlabelled_columns(regclass) IS
'columns of a table that look like personal data by their names and types alone, and have no label';
