CREATE VIEW breachvalue.special_category_exposure AS
SELECT t.schema_name, t.table_name, s.special_category, s.class, s.records, t.basis, t.as_of
FROM breachvalue.estimated_tables() t,
	LATERAL breachvalue.special_categories(t.exposure) s;
COMMENT ON VIEW breachvalue.special_category_exposure IS
'labelled tables that hold what Articles 9 and 10 of the GDPR protect above others, and in how many records: any such class where class is null, then each; estimated';
GRANT SELECT ON breachvalue.special_category_exposure TO PUBLIC;
