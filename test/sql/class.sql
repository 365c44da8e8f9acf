-- The catalogue of classes, and what class a value is of

SELECT count(*) AS classes, count(*) FILTER (WHERE validated) AS validated, count(jurisdiction) AS national,
	count(special_category) AS special
FROM breachvalue.classes;

SELECT number, class, tier, category, jurisdiction, role, subject, special_category
FROM breachvalue.classes
WHERE class IN ('name', 'email', 'us_ssn', 'nl_bsn', 'cz_rodne_cislo', 'iban', 'religion', 'criminal_record', 'account_id', 'free_text', 'org_number', 'tax_id')
ORDER BY number;

SELECT class, linkage, domain_size, chance, evidence, hibp, fideslang, dpv
FROM breachvalue.classes
WHERE class IN ('email', 'us_ssn', 'nl_bsn', 'gender')
ORDER BY number;

SELECT rule FROM breachvalue.classes WHERE class = 'se_personnummer';
SELECT column_names FROM breachvalue.classes WHERE class = 'nl_bsn';

SELECT role, count(*) FROM breachvalue.classes GROUP BY role ORDER BY role;
SELECT subject, count(*) FROM breachvalue.classes GROUP BY subject ORDER BY subject;

-- one may look, whoever one is
CREATE ROLE regress_breachvalue_reader;
SET ROLE regress_breachvalue_reader;
SELECT count(*) FROM breachvalue.classes;
SELECT breachvalue.is_valid('a@example.com', 'email');
RESET ROLE;
DROP ROLE regress_breachvalue_reader;

-- values
SELECT breachvalue.is_valid('NL91 ABNA 0417 1643 00', 'iban') AS yes, breachvalue.is_valid('NL92 ABNA 0417 1643 00', 'iban') AS no,
	breachvalue.is_valid('Jane Doe', 'name') AS cannot_tell, breachvalue.is_valid('x', 'class_256') AS made_by_a_user,
	breachvalue.is_valid(NULL, 'iban') AS nothing, breachvalue.is_valid('x', NULL) AS no_class;
SELECT breachvalue.is_valid('Jane Doe', 'emial');
SELECT breachvalue.is_valid('Jane Doe', 'credit_card');
SELECT breachvalue.is_valid('Jane Doe', 'ssn');
SELECT breachvalue.is_valid('Jane Doe', 'Email');
SELECT breachvalue.is_valid('Jane Doe', 'shoe size');
SELECT breachvalue.is_valid('Jane Doe', '');
SELECT breachvalue.is_valid('Jane Doe', 'class_256x');

SELECT value, breachvalue.classes_of(value)
FROM (VALUES ('a@example.com'), ('+31 6 12345678'), ('123456782'), ('536-90-4399'), ('19811218-9876'),
	('490154203237518'), ('4111 1111 1111 1111'), ('NL91ABNA0417164300'), ('XF-123-D'), ('1M8GDM9AXKP042788'),
	('1980-02-29'), ('192.0.2.1'), ('2001:db8::1'), ('00:1A:2B:3C:4D:5E'), ('Jane Doe'), (' '), ('')) AS v (value);
SELECT breachvalue.classes_of(repeat('1234567890', 1000000));
