-- A value as it is always written.
\pset null '(null)'
SELECT class, value, breachvalue.normalized(value, class)
FROM (VALUES
	('nl_bsn', '1112.22.333'), ('nl_bsn', '10000008'), ('nl_bsn', '010000008'), ('nl_bsn', '123456789'),
	('us_ssn', ' 536-90-4399 '), ('us_ssn', '536904399'),
	('se_personnummer', '811218-9876'), ('se_personnummer', '19811218-9876'),
	('fi_hetu', '131052-308t'), ('il_id', '3933742-3'),
	('payment_card', '4111 1111 1111 1111'), ('iban', 'nl91 abna 0417 1643 00'), ('iban', 'NL92ABNA0417164300'),
	('gb_nino', 'ab 12 34 56 c'), ('es_dni', '54.362.315-K'), ('hk_id', 'A123456(3)'), ('cl_rut', '10.000.013-k'),
	('email', ' Jane.Doe@Example.COM'), ('email', 'jane.doe@example'),
	('phone', '+31 (0)6 1234 5678'), ('phone', '0031612345678'), ('phone', '+1 (212) 555-0123'),
	('birth_date', '29/02/1980'), ('birth_date', '02/29/1980'), ('birth_date', '1/5/1980'), ('birth_date', '19800229'),
	('birth_date', '1980-02-29 00:00:00+01'), ('birth_date', '1981-02-29'),
	('card_expiry', '12/27'), ('card_expiry', '1227'), ('card_expiry', '12/2027'),
	('mac', '001A.2B3C.4D5E'), ('mac', '00-1A-2B-3C-4D-5E'),
	('ip_address', '192.0.2.1/32'), ('ip_address', '2001:DB8:0:0:8:800:200C:417A'), ('ip_address', '0:0:0:0:0:0:0:0'),
	('ip_address', '1:0:0:2:0:0:0:3'), ('ip_address', '::FFFF:192.0.2.1'), ('ip_address', 'FE80::1%eth0'),
	('ip_address', '1:2:3:4:5:6:0:8'), ('ip_address', '192.0.2.256'),
	('ip_address', '[2001:db8::1]:443'), ('ip_address', '192.0.2.1:8080'),
	('birth_date', '29 February 1980'), ('birth_date', 'Feb 29, 1980'),
	('postcode', 'NL-2611 et'), ('postcode', 'sw1a 1aa'), ('postcode', '12345-6789'),
	('license_plate', 'ab-123-cd'), ('de_kennzeichen', 'mü ab 123'), ('de_kennzeichen', 'BAB123'),
	('vat_id', '123456782b01'), ('vat_id', 'GR 094259216'), ('vat_id', 'CHE-107.787.577 TVA'),
	('org_number', '16556036-0793'), ('org_number', 'Köln HRB49263'), ('bank_account', '000019-2000145399/0800'),
	('de_ausweis', 'l01x00t471'), ('meid', '29360 87365 0070 3710'), ('gender', 'FÉMININ'), ('marital_status', 'Never-Married'),
	('blood_type', '0 Rh positive'), ('blood_type', 'AB neg'), ('geo_point', '52°22''12.72"N 4°53''42.72"E'),
	('latitude', '33.8688 S'), ('url', 'HTTPS://Example.COM/Jane'), ('social_handle', '@Jane'),
	('crypto_wallet', '0xDE709F2102306220921060314715629080E2FB77'), ('otp_secret', 'jbsw y3dp ehpk 3pxp'),
	('vin', '1m8gdm9axkp042788'), ('nl_kenteken', 'xf 123 d'),
	('nl_bsn', '１２３４５６７８２'), ('iban', 'ＮＬ９１ ＡＢＮＡ ０４１７ １６４３ ００'), ('nl_bsn', '١٢٣٤٥٦٧٨٢'),
	('us_ssn', E'536\u201190\u20114399'),
	('city', '  Den Haag '), ('class_256', ' x '), ('nl_bsn', ''), ('nl_bsn', NULL), (NULL, 'x')) v(class, value);
SELECT breachvalue.normalized('x', 'bsn');

-- people who are one, however their number was written
SELECT count(DISTINCT number) AS as_written, count(DISTINCT breachvalue.normalized(number, 'nl_bsn')) AS people
FROM (VALUES ('123456782'), ('1234.56.782'), ('123 456 782'), ('111222333'), ('n/a')) v(number);

-- digits and signs of other scripts count for what they mean
SELECT breachvalue.is_valid('４１１１１１１１１１１１１１１１', 'payment_card') AS card, breachvalue.is_valid('۱۲۳۴۵۶۷۸۲', 'nl_bsn') AS bsn,
	breachvalue.is_valid('१२३४५६७८३', 'nl_bsn') AS wrong, breachvalue.class_names(breachvalue.classes_of('ＮＬ９１ＡＢＮＡ０４１７１６４３００'));
