-- Evidence: what was seen, as published --------------------------------------
--
-- Nothing here is calculated with.  The prices of the lists come from these rows
-- or are set beside them; a choice among them is a DBA's.

CREATE TABLE breachvalue.price_observation (
	observation integer PRIMARY KEY,
	item text NOT NULL,
	low numeric NOT NULL,
	high numeric NOT NULL,
	currency text NOT NULL,
	year integer NOT NULL,
	basis text NOT NULL,
	detail text NOT NULL,
	source text NOT NULL
);
GRANT SELECT ON breachvalue.price_observation TO PUBLIC;
COMMENT ON TABLE breachvalue.price_observation IS
'prices of personal data as published: asked, paid, awarded or reckoned, for one item';
COMMENT ON COLUMN breachvalue.price_observation.observation IS 'number of the row';
COMMENT ON COLUMN breachvalue.price_observation.item IS 'what was priced, in the words of the market';
COMMENT ON COLUMN breachvalue.price_observation.low IS 'lowest price of one';
COMMENT ON COLUMN breachvalue.price_observation.high IS 'highest price of one';
COMMENT ON COLUMN breachvalue.price_observation.currency IS 'ISO 4217 code';
COMMENT ON COLUMN breachvalue.price_observation.year IS 'when';
COMMENT ON COLUMN breachvalue.price_observation.basis IS
'what kind of price: darkweb retail or bulk, legal broker, breach cost, settlement, damages';
COMMENT ON COLUMN breachvalue.price_observation.detail IS 'what it held, and how it was reckoned';
COMMENT ON COLUMN breachvalue.price_observation.source IS 'who published it';

INSERT INTO breachvalue.price_observation VALUES
	(1, 'identity_basic', 0.5, 10, 'USD', 2020, 'darkweb retail', 'name + insurance no/SSN + DOB + e-mail + phone', 'Kaspersky 2020 (10 forums): computing.co.uk 4024341; nsi.org 2021-02-13; olhardigital.com.br 2020-12-03; smartworld.it'),
	(2, 'id_card', 1, 10, 'USD', 2020, 'darkweb retail', 'ID card data/scan', 'Kaspersky 2020 (10 forums): computing.co.uk 4024341; nsi.org 2021-02-13; olhardigital.com.br 2020-12-03; smartworld.it'),
	(3, 'passport_scan', 6, 15, 'USD', 2020, 'darkweb retail', 'passport scan', 'Kaspersky 2020 (10 forums): computing.co.uk 4024341; nsi.org 2021-02-13; olhardigital.com.br 2020-12-03; smartworld.it'),
	(4, 'driving_licence_scan', 5, 25, 'USD', 2020, 'darkweb retail', 'driving licence scan', 'Kaspersky 2020 (10 forums): computing.co.uk 4024341; nsi.org 2021-02-13; olhardigital.com.br 2020-12-03; smartworld.it'),
	(5, 'medical_record', 1, 30, 'USD', 2020, 'darkweb retail', 'personal medical record', 'Kaspersky 2020 (10 forums): computing.co.uk 4024341; nsi.org 2021-02-13; olhardigital.com.br 2020-12-03; smartworld.it'),
	(6, 'id_selfie', 40, 60, 'USD', 2020, 'darkweb retail', 'selfie holding the document (bundle: face + document)', 'Kaspersky 2020 (10 forums): computing.co.uk 4024341; nsi.org 2021-02-13; olhardigital.com.br 2020-12-03; smartworld.it'),
	(7, 'payment_account', 50, 500, 'USD', 2020, 'darkweb retail', 'PayPal account', 'Kaspersky 2020 (10 forums): computing.co.uk 4024341; nsi.org 2021-02-13; olhardigital.com.br 2020-12-03; smartworld.it'),
	(8, 'payment_card', 6, 20, 'USD', 2020, 'darkweb retail', 'card details (EUR 5-16 in the Italian list)', 'Kaspersky 2020 (10 forums): computing.co.uk 4024341; nsi.org 2021-02-13; olhardigital.com.br 2020-12-03; smartworld.it'),
	(9, 'fullz', 8, 8, 'USD', 2021, 'darkweb retail', 'full identity, US resident', 'Comparitech 2021 (40+ markets): pressreader manawatu-standard 2021-01-22; agi.it 2021-01-21'),
	(10, 'fullz', 14, 14, 'USD', 2021, 'darkweb retail', 'full identity, GB resident', 'Comparitech 2021 (40+ markets): pressreader manawatu-standard 2021-01-22; agi.it 2021-01-21'),
	(11, 'fullz', 15, 15, 'USD', 2021, 'darkweb retail', 'full identity, AU resident', 'Comparitech 2021 (40+ markets): pressreader manawatu-standard 2021-01-22; agi.it 2021-01-21'),
	(12, 'fullz', 25, 25, 'USD', 2021, 'darkweb retail', 'full identity, EU/JP resident', 'Comparitech 2021 (40+ markets): pressreader manawatu-standard 2021-01-22; agi.it 2021-01-21'),
	(13, 'payment_card', 1.5, 1.5, 'USD', 2021, 'darkweb retail', 'card number, US holder', 'Comparitech 2021 (40+ markets): pressreader manawatu-standard 2021-01-22; agi.it 2021-01-21'),
	(14, 'payment_card', 2.5, 2.5, 'USD', 2021, 'darkweb retail', 'card number, GB holder', 'Comparitech 2021 (40+ markets): pressreader manawatu-standard 2021-01-22; agi.it 2021-01-21'),
	(15, 'payment_card', 3, 3, 'USD', 2021, 'darkweb retail', 'card number, CN holder', 'Comparitech 2021 (40+ markets): pressreader manawatu-standard 2021-01-22; agi.it 2021-01-21'),
	(16, 'payment_card', 7, 7, 'USD', 2021, 'darkweb retail', 'card number, AU/JP/NZ holder', 'Comparitech 2021 (40+ markets): pressreader manawatu-standard 2021-01-22; agi.it 2021-01-21'),
	(17, 'payment_card', 8, 8, 'USD', 2021, 'darkweb retail', 'card number, EU holder', 'Comparitech 2021 (40+ markets): pressreader manawatu-standard 2021-01-22; agi.it 2021-01-21'),
	(18, 'payment_card', 0.11, 986, 'USD', 2021, 'darkweb retail', 'range over all listings', 'Comparitech 2021 (40+ markets): pressreader manawatu-standard 2021-01-22; agi.it 2021-01-21'),
	(19, 'card_fullz', 20, 20, 'USD', 2021, 'darkweb retail', 'card + name, address, e-mail, DOB, expiry, CVV (NZ; bare card 7)', 'Comparitech 2021 (40+ markets): pressreader manawatu-standard 2021-01-22; agi.it 2021-01-21'),
	(20, 'payment_card', 9.7, 9.7, 'USD', 2021, 'darkweb retail', 'average of 4 481 379 cards', 'NordVPN: finextra.com 39332 (2021); missioncriticalmagazine.com 94819 (2023)'),
	(21, 'payment_card', 6.86, 6.86, 'USD', 2023, 'darkweb retail', 'average US card, 6M cards', 'NordVPN: finextra.com 39332 (2021); missioncriticalmagazine.com 94819 (2023)'),
	(22, 'payment_card', 12, 12, 'USD', 2020, 'darkweb retail', 'card details, from', 'Privacy Affairs 2020 via blog.m-rated.com 2020-08-11'),
	(23, 'bank_login', 35, 35, 'USD', 2020, 'darkweb retail', 'online banking details, from', 'Privacy Affairs 2020 via blog.m-rated.com 2020-08-11'),
	(24, 'fullz', 18, 18, 'USD', 2020, 'darkweb retail', 'full identity, typical', 'Privacy Affairs 2020 via blog.m-rated.com 2020-08-11'),
	(25, 'social_account', 106, 106, 'AUD', 2020, 'darkweb retail', 'facebook', 'Privacy Affairs Dark Web Price Index 2020 via brisbanetimes.com.au 20200716'),
	(26, 'social_account', 80, 80, 'AUD', 2020, 'darkweb retail', 'instagram', 'Privacy Affairs Dark Web Price Index 2020 via brisbanetimes.com.au 20200716'),
	(27, 'social_account', 70, 70, 'AUD', 2020, 'darkweb retail', 'twitter', 'Privacy Affairs Dark Web Price Index 2020 via brisbanetimes.com.au 20200716'),
	(28, 'email_account', 220, 220, 'AUD', 2020, 'darkweb retail', 'gmail', 'Privacy Affairs Dark Web Price Index 2020 via brisbanetimes.com.au 20200716'),
	(29, 'payment_card', 21, 21, 'AUD', 2020, 'darkweb retail', 'cloned Mastercard + PIN', 'Privacy Affairs Dark Web Price Index 2020 via brisbanetimes.com.au 20200716'),
	(30, 'fullz', 14, 18, 'USD', 2007, 'darkweb retail', 'name, address, bank+card numbers, PIN, DOB, mother maiden name', 'Symantec ISTR H2 2006: computerworld 9013538'),
	(31, 'payment_card', 1, 6, 'USD', 2007, 'darkweb retail', 'card number + CVV', 'Symantec ISTR H2 2006: computerworld 9013538'),
	(32, 'fullz', 2, 2, 'USD', 2008, 'darkweb retail', 'full identity, from', 'Symantec ISTR H2 2007: it-online.co.za 2008-04-09'),
	(33, 'payment_card', 0.4, 0.4, 'USD', 2008, 'darkweb retail', 'card, from', 'Symantec ISTR H2 2007: it-online.co.za 2008-04-09'),
	(34, 'card_ladder', 1, 1, 'USD', 2005, 'darkweb retail', 'card number', 'CardCops ladder: practicalecommerce.com Robust-International-Market-for-Stolen-Credit-Card-Numbers'),
	(35, 'card_ladder', 3, 3, 'USD', 2005, 'darkweb retail', 'card number + CVV', 'CardCops ladder: practicalecommerce.com Robust-International-Market-for-Stolen-Credit-Card-Numbers'),
	(36, 'card_ladder', 5, 5, 'USD', 2005, 'darkweb retail', 'card number + CVV + PIN', 'CardCops ladder: practicalecommerce.com Robust-International-Market-for-Stolen-Credit-Card-Numbers'),
	(37, 'card_ladder', 10, 10, 'USD', 2005, 'darkweb retail', 'card number + CVV + PIN + SSN + mother maiden name', 'CardCops ladder: practicalecommerce.com Robust-International-Market-for-Stolen-Credit-Card-Numbers'),
	(38, 'health_insurance_id', 20, 20, 'USD', 2013, 'darkweb retail', 'health insurance credentials; +20 each dental/vision/chiropractic', 'Dell SecureWorks 2013: pcworld.com 452891; securityweek.com'),
	(39, 'fullz_health', 500, 500, 'USD', 2013, 'darkweb retail', 'fullz incl. health insurance + bank credentials', 'Dell SecureWorks 2013: pcworld.com 452891; securityweek.com'),
	(40, 'kitz', 1200, 1300, 'USD', 2013, 'darkweb retail', 'fullz + counterfeit physical documents', 'Dell SecureWorks 2013: pcworld.com 452891; securityweek.com'),
	(41, 'card_fullz', 14, 25, 'USD', 2016, 'darkweb retail', 'full package of one person (name, SSN, DOB, account numbers)', 'Intel Security 2016: intelligenttechchannels issue 02 p40'),
	(42, 'payment_card', 3, 3, 'USD', 2016, 'darkweb bulk', 'card in bulk', 'Intel Security 2016: intelligenttechchannels issue 02 p40'),
	(43, 'medical_record', 0.0125, 0.0125, 'USD', 2016, 'darkweb bulk', '40 000 records for 500 USD (AlphaBay)', 'Intel Security 2016: intelligenttechchannels issue 02 p40'),
	(44, 'medical_record', 0.01, 2.42, 'USD', 2016, 'darkweb retail', '"fraction of a cent" to 2.42', 'Intel Security 2016: intelligenttechchannels issue 02 p40'),
	(45, 'identity_basic', 0.004, 0.004, 'USD', 2019, 'darkweb bulk', '250 identities for 1 USD', 'Steel 2019, IJCC 13(1):70-83, doi 10.5281/zenodo.3539500'),
	(46, 'fullz_dead', 1, 1, 'USD', 2018, 'darkweb retail', 'fullz whose card is closed, from', 'terbiumlabs.com 2018-10-08'),
	(47, 'identity_basic', 1, 10, 'USD', 2024, 'darkweb retail', 'name + DOB + SSN', '5gantennas.org npd-breach (quoting credit bureaux)'),
	(48, 'identity_licence', 0.009, 0.009, 'USD', 2021, 'darkweb bulk', 'T-Mobile: 6 BTC (270 000) for 30M SSN + driving licence', 'techspot.com 90806'),
	(49, 'identity_passport', 0.12, 0.12, 'USD', 2021, 'darkweb bulk', '1 000 rows for 120: passport, SNILS, phone, address', 'infox.ru 265245'),
	(50, 'bank_account', 0.571, 0.571, 'EUR', 2008, 'darkweb bulk', '21M German bank accounts for EUR 12M', 'financialcryptography.com 001121'),
	(51, 'age_gender_location', 0.0005, 0.0005, 'USD', 2013, 'legal broker', 'age, gender, location of one person', 'Financial Times 2013 calculator: ft.com 927ca86e; fastcoexist 1682323; wuwm.com 2014-03-03'),
	(52, 'social_influence', 0.00075, 0.00075, 'USD', 2013, 'legal broker', 'influential in social network', 'Financial Times 2013 calculator: ft.com 927ca86e; fastcoexist 1682323; wuwm.com 2014-03-03'),
	(53, 'purchase_intent', 0.0021, 0.0021, 'USD', 2013, 'legal broker', 'shopping for a car', 'Financial Times 2013 calculator: ft.com 927ca86e; fastcoexist 1682323; wuwm.com 2014-03-03'),
	(54, 'health_condition', 0.26, 0.26, 'USD', 2013, 'legal broker', 'specific condition or prescription', 'Financial Times 2013 calculator: ft.com 927ca86e; fastcoexist 1682323; wuwm.com 2014-03-03'),
	(55, 'any_record', 136, 136, 'USD', 2013, 'breach cost', 'global average cost per record', 'IBM/Ponemon Cost of a Data Breach, fdocuments.us ponemon 2014'),
	(56, 'any_record', 145, 145, 'USD', 2014, 'breach cost', 'global average cost per record', 'IBM/Ponemon Cost of a Data Breach, fdocuments.us ponemon 2014'),
	(57, 'any_record', 154, 154, 'USD', 2015, 'breach cost', 'global average cost per record', 'IBM/Ponemon Cost of a Data Breach, abcdocz.com 1687216'),
	(58, 'any_record', 158, 158, 'USD', 2016, 'breach cost', 'global average cost per record', 'IBM/Ponemon Cost of a Data Breach, fdocuments.net 2016'),
	(59, 'any_record', 141, 141, 'USD', 2017, 'breach cost', 'global average cost per record', 'IBM/Ponemon Cost of a Data Breach, beneschlaw / bluefin'),
	(60, 'any_record', 148, 148, 'USD', 2018, 'breach cost', 'global average cost per record', 'IBM/Ponemon Cost of a Data Breach, identityforce / indivigital'),
	(61, 'any_record', 150, 150, 'USD', 2019, 'breach cost', 'global average cost per record', 'IBM/Ponemon Cost of a Data Breach, lexology 0ec5070e'),
	(62, 'any_record', 146, 146, 'USD', 2020, 'breach cost', 'global average cost per record', 'IBM/Ponemon Cost of a Data Breach, cyberreport.io 25717'),
	(63, 'any_record', 161, 161, 'USD', 2021, 'breach cost', 'global average cost per record', 'IBM/Ponemon Cost of a Data Breach, netsec.news'),
	(64, 'any_record', 164, 164, 'USD', 2022, 'breach cost', 'global average cost per record', 'IBM/Ponemon Cost of a Data Breach, wingmansolutions.ca'),
	(65, 'any_record', 165, 165, 'USD', 2023, 'breach cost', 'global average cost per record', 'IBM/Ponemon Cost of a Data Breach, wingmansolutions.ca'),
	(66, 'customer_pii', 150, 150, 'USD', 2020, 'breach cost', 'customer PII (175 if malicious)', 'IBM/Ponemon Cost of a Data Breach, cyberreport.io 25717'),
	(67, 'anonymised_customer', 143, 143, 'USD', 2020, 'breach cost', 'anonymised customer data (171 if malicious)', 'IBM/Ponemon Cost of a Data Breach, cyberreport.io 25717'),
	(68, 'customer_pii', 180, 180, 'USD', 2021, 'breach cost', 'customer PII', 'IBM/Ponemon Cost of a Data Breach, netsec.news'),
	(69, 'intellectual_property', 173, 173, 'USD', 2024, 'breach cost', 'intellectual property, +11% on 2023', 'IBM/Ponemon Cost of a Data Breach, smehorizon.com'),
	(70, 'any_record', 188, 188, 'USD', 2013, 'breach cost', 'US average', 'datadrivensecurity.info 2014/Dec/ponemon'),
	(71, 'any_record', 201, 201, 'USD', 2014, 'breach cost', 'US average', 'datadrivensecurity.info 2014/Dec/ponemon'),
	(72, 'any_record', 225, 225, 'USD', 2017, 'breach cost', 'US average', 'campusguard.com'),
	(73, 'any_record', 242, 242, 'USD', 2019, 'breach cost', 'US average', 'lexology 0ec5070e'),
	(74, 'health_sector_record', 363, 363, 'USD', 2015, 'breach cost', 'health care', 'safety4data.com 2015-10-20'),
	(75, 'health_sector_record', 408, 408, 'USD', 2018, 'breach cost', 'health care', 'trustgdpa.com'),
	(76, 'education_sector_record', 300, 300, 'USD', 2015, 'breach cost', 'education', 'safety4data.com 2015-10-20'),
	(77, 'retail_sector_record', 165, 165, 'USD', 2015, 'breach cost', 'retail', 'safety4data.com 2015-10-20'),
	(78, 'transport_sector_record', 121, 121, 'USD', 2015, 'breach cost', 'transport', 'safety4data.com 2015-10-20'),
	(79, 'public_sector_record', 68, 68, 'USD', 2015, 'breach cost', 'public', 'safety4data.com 2015-10-20'),
	(80, 'any_record', 0.58, 0.58, 'USD', 2015, 'insurance claims', 'total paid / total records, 191 claims', 'zdnet.com 58-cents (Verizon DBIR 2015)'),
	(81, 'person', 2.59, 2.59, 'USD', 2022, 'class settlement', 'Equifax', 'databreachcost.com/cost/class-action-settlement'),
	(82, 'person', 4.55, 4.55, 'USD', 2022, 'class settlement', 'T-Mobile', 'databreachcost.com/cost/class-action-settlement'),
	(83, 'person', 1.79, 1.79, 'USD', 2022, 'class settlement', 'Capital One', 'databreachcost.com/cost/class-action-settlement'),
	(84, 'person', 1.46, 1.46, 'USD', 2022, 'class settlement', 'Anthem', 'databreachcost.com/cost/class-action-settlement'),
	(85, 'person', 6.73, 6.73, 'USD', 2022, 'class settlement', 'Premera', 'databreachcost.com/cost/class-action-settlement'),
	(86, 'person', 0.04, 0.04, 'USD', 2022, 'class settlement', 'Yahoo', 'databreachcost.com/cost/class-action-settlement'),
	(87, 'person', 2.93, 2.93, 'USD', 2022, 'class settlement', 'OPM', 'databreachcost.com/cost/class-action-settlement'),
	(88, 'california_consumer', 100, 750, 'USD', 2018, 'statutory damages', 'Cal. Civ. Code 1798.150', 'ccpa-info.com; zerodocs.io'),
	(89, 'california_consumer', 107, 799, 'USD', 2025, 'statutory damages', 'Cal. Civ. Code 1798.150, CPI-adjusted from 2025-01-01 (upper figure checked, lower from memory)', 'jdsupra.com 7046701');

CREATE TABLE breachvalue.breach_cost (
	observation integer PRIMARY KEY,
	basis text NOT NULL,
	records bigint NOT NULL,
	cost numeric NOT NULL,
	currency text NOT NULL,
	year integer NOT NULL,
	kind text NOT NULL,
	event text NOT NULL,
	source text NOT NULL
);
GRANT SELECT ON breachvalue.breach_cost TO PUBLIC;
COMMENT ON TABLE breachvalue.breach_cost IS
'what breaches cost by how many records they had, as published';
COMMENT ON COLUMN breachvalue.breach_cost.observation IS 'number of the row';
COMMENT ON COLUMN breachvalue.breach_cost.basis IS
'observed: one breach; survey: an average of companies asked; claims: an expectation of insurers';
COMMENT ON COLUMN breachvalue.breach_cost.records IS 'how many records';
COMMENT ON COLUMN breachvalue.breach_cost.cost IS 'what it cost in all';
COMMENT ON COLUMN breachvalue.breach_cost.currency IS 'ISO 4217 code';
COMMENT ON COLUMN breachvalue.breach_cost.year IS 'when that was known';
COMMENT ON COLUMN breachvalue.breach_cost.kind IS 'what kind of cost';
COMMENT ON COLUMN breachvalue.breach_cost.event IS 'whose breach, or which study';
COMMENT ON COLUMN breachvalue.breach_cost.source IS 'who published it';

INSERT INTO breachvalue.breach_cost VALUES
	(1, 'observed', 147000000, 671000000, 'USD', 2019, 'settlement+fines', 'Equifax 2017 breach (FTC/CFPB/states/NYDFS/class, minimum)', 'digitaltransactions.net/equifaxs-tab-for-its-big-2017-data-breach-will-total-at-least-671-million'),
	(2, 'observed', 147000000, 1700000000, 'USD', 2020, 'total cost disclosed', 'Equifax 2017 breach, cumulative incident+technology cost before insurance', 'pdctech.com (citing company filing)'),
	(3, 'observed', 147000000, 380500000, 'USD', 2019, 'class settlement', 'Equifax 2017 breach', 'databreachcost.com/cost/class-action-settlement'),
	(4, 'observed', 76600000, 350000000, 'USD', 2022, 'class settlement', 'T-Mobile 2021 breach (76.6M people per FCC)', 'databreachcost.com/case/t-mobile-2021; Reuters via investing.com 3641153'),
	(5, 'observed', 76600000, 500000000, 'USD', 2022, 'settlement+mandated spend', 'T-Mobile 2021 breach ($350M + $150M security spend)', 'databreachcost.com/case/t-mobile-2021'),
	(6, 'observed', 30000000, 270000, 'USD', 2021, 'attacker asking price', 'T-Mobile 2021: 6 BTC asked for 30M SSN+driving-licence records', 'techspot.com/news/90806'),
	(7, 'observed', 106000000, 190000000, 'USD', 2022, 'class settlement', 'Capital One 2019', 'databreachcost.com/cost/class-action-settlement'),
	(8, 'observed', 106000000, 80000000, 'USD', 2020, 'regulator fine', 'Capital One 2019 (OCC); 100M+ credit applications', 'darkreading.com 2019-breach-leads-to-$80-million-fine-for-capital-one'),
	(9, 'observed', 78800000, 115000000, 'USD', 2018, 'class settlement', 'Anthem 2015', 'databreachcost.com/cost/class-action-settlement; infowatch.com'),
	(10, 'observed', 78800000, 16000000, 'USD', 2018, 'regulator fine', 'Anthem 2015 (HHS OCR)', 'reuters.com idUSKCN1UH22P'),
	(11, 'observed', 10600000, 74000000, 'USD', 2019, 'class settlement', 'Premera Blue Cross 2014 ($32M class + $42M security)', 'securitymagazine.com/articles/90819'),
	(12, 'observed', 3000000000, 117500000, 'USD', 2020, 'class settlement', 'Yahoo 2013-14', 'databreachcost.com/cost/class-action-settlement'),
	(13, 'observed', 57000000, 148000000, 'USD', 2018, 'regulator settlement', 'Uber 2016 (50 states + DC)', 'reuters.com idUSKCN1UH22P'),
	(14, 'observed', 110000000, 291000000, 'USD', 2016, 'total cost disclosed', 'Target 2013 (40M cards + 70M customer records), gross through FY2015', 'digitaltransactions.net/expenses-from-the-home-depot-and-target-data-breaches-surpass-500-million'),
	(15, 'observed', 40000000, 18500000, 'USD', 2017, 'regulator settlement', 'Target 2013 (47 states + DC), card accounts', 'reuters.com idUSKCN1UH22P'),
	(16, 'observed', 109000000, 263000000, 'USD', 2016, 'total cost disclosed', 'Home Depot 2014 (56M cards + 53M e-mail addresses), gross', 'digitaltransactions.net/expenses-from-the-home-depot-and-target-data-breaches-surpass-500-million'),
	(17, 'observed', 21500000, 63000000, 'USD', 2022, 'class settlement', 'US OPM 2014-15', 'databreachcost.com/cost/class-action-settlement'),
	(18, 'observed', 8900000, 13000000, 'USD', 2024, 'regulator settlement', 'AT&T cloud vendor 2023 (FCC)', 'Reuters via investing.com 3641153'),
	(19, 'observed', 339000000, 18400000, 'GBP', 2020, 'regulator fine', 'Marriott/Starwood 2018 (UK ICO)', 'gdprsubjectaccessrequest.co.uk/significant-gdpr-fines'),
	(20, 'observed', 500000, 20000000, 'GBP', 2020, 'regulator fine', 'British Airways 2018 (UK ICO), approx. 500 000 customers', 'gdprsubjectaccessrequest.co.uk/significant-gdpr-fines'),
	(21, 'observed', 9000000, 1250000, 'GBP', 2020, 'regulator fine', 'Ticketmaster UK 2018 (UK ICO), over 9M customers', 'gdprsubjectaccessrequest.co.uk/significant-gdpr-fines'),
	(22, 'observed', 111578, 500000, 'GBP', 2020, 'regulator fine', 'Cathay Pacific 2014-18 (UK ICO, pre-GDPR cap), UK customers', 'gdprsubjectaccessrequest.co.uk/significant-gdpr-fines'),
	(23, 'survey', 1000000, 40000000, 'USD', 2018, 'simulated average', 'IBM/Ponemon 2018 mega breach (published as nearly $40M)', 'venturebeat/darkreading 2018-07-11 (rounded 40M)'),
	(24, 'survey', 50000000, 350440000, 'USD', 2018, 'simulated average', 'IBM/Ponemon 2018 mega breach', 'securityboulevard.com 2018/07'),
	(25, 'survey', 1000000, 42000000, 'USD', 2019, 'simulated average', 'IBM/Ponemon 2019 mega breach', 'lexology.com 0ec5070e'),
	(26, 'survey', 50000000, 388000000, 'USD', 2019, 'simulated average', 'IBM/Ponemon 2019 mega breach', 'lexology.com 0ec5070e'),
	(27, 'survey', 50000000, 392000000, 'USD', 2020, 'simulated average', 'IBM/Ponemon 2020 mega breach (over 50M)', 'netsec.news average-data-breach-costs-reach-record-level'),
	(28, 'survey', 57500000, 401000000, 'USD', 2021, 'simulated average', 'IBM/Ponemon 2021 mega breach (50M-65M, midpoint)', 'beckershospitalreview.com 2021-07-28'),
	(29, 'survey', 5500000, 42000000, 'USD', 2024, 'simulated average', 'IBM/Ponemon 2024 mega breach (1M-10M, midpoint)', 'learn.piiano.com/why-protect-personal-data/costs-of-data-breaches'),
	(30, 'survey', 55000000, 375000000, 'USD', 2024, 'simulated average', 'IBM/Ponemon 2024 mega breach (50M-60M, midpoint)', 'learn.piiano.com/why-protect-personal-data/costs-of-data-breaches'),
	(31, 'survey', 10000, 2100000, 'USD', 2018, 'average, band upper edge', 'IBM/Ponemon 2018, fewer than 10 000 records', 'identityforce.com the-cost-of-a-data-breach-in-2018'),
	(32, 'survey', 17500, 3000000, 'USD', 2018, 'average, band midpoint', 'IBM/Ponemon 2018, 10 000-25 000 records', 'identityforce.com the-cost-of-a-data-breach-in-2018'),
	(33, 'survey', 37500, 4400000, 'USD', 2018, 'average, band midpoint', 'IBM/Ponemon 2018, 25 001-50 000 records', 'identityforce.com the-cost-of-a-data-breach-in-2018'),
	(34, 'survey', 50000, 5700000, 'USD', 2018, 'average, band lower edge', 'IBM/Ponemon 2018, more than 50 000 records', 'identityforce.com the-cost-of-a-data-breach-in-2018'),
	(35, 'survey', 28765, 5404000, 'USD', 2013, 'mean of 54 breaches', 'Ponemon US 2013: $291 796 753 over 1 553 335 records', 'datadrivensecurity.info 2014/Dec/ponemon (per-company mean = total/54)'),
	(36, 'survey', 29088, 5852000, 'USD', 2014, 'mean of 61 breaches', 'Ponemon US 2014: $356 965 434 over 1 774 335 records', 'datadrivensecurity.info 2014/Dec/ponemon (per-company mean = total/61)'),
	(37, 'claims', 100, 25450, 'USD', 2015, 'model expectation', 'Verizon DBIR 2015 / NetDiligence, 191 insurance claims', 'dataprivacyandsecurityinsider.com 2015/05'),
	(38, 'claims', 1000, 67480, 'USD', 2015, 'model expectation', 'Verizon DBIR 2015 / NetDiligence (95% of mean 52 000-87 000)', 'dataprivacyandsecurityinsider.com 2015/05; lexology.com f419b961'),
	(39, 'claims', 10000, 178960, 'USD', 2015, 'model expectation', 'Verizon DBIR 2015 / NetDiligence', 'dataprivacyandsecurityinsider.com 2015/05'),
	(40, 'claims', 100000, 474600, 'USD', 2015, 'model expectation', 'Verizon DBIR 2015 / NetDiligence', 'dataprivacyandsecurityinsider.com 2015/05'),
	(41, 'claims', 1000000, 1258670, 'USD', 2015, 'model expectation', 'Verizon DBIR 2015 / NetDiligence', 'dataprivacyandsecurityinsider.com 2015/05'),
	(42, 'claims', 10000000, 3338020, 'USD', 2015, 'model expectation', 'Verizon DBIR 2015 / NetDiligence (2.1-5.2M); one page misprints 4 448 020', 'lexology.com f419b961 (range); 3 338 020 by the constant decade ratio 2.652'),
	(43, 'claims', 100000000, 8852540, 'USD', 2015, 'model expectation', 'Verizon DBIR 2015 / NetDiligence', 'dataprivacyandsecurityinsider.com 2015/05');

CREATE TABLE breachvalue.fine_rule (
	rule integer PRIMARY KEY,
	regime text NOT NULL,
	tier text NOT NULL,
	unit text NOT NULL,
	low_or_fixed numeric NOT NULL,
	high_or_percent numeric NOT NULL,
	per text NOT NULL,
	note text NOT NULL,
	in_force_from text NOT NULL,
	source text NOT NULL
);
GRANT SELECT ON breachvalue.fine_rule TO PUBLIC;
COMMENT ON TABLE breachvalue.fine_rule IS
'how fines and statutory damages are reckoned; caps rather than values, and no legal advice';
COMMENT ON COLUMN breachvalue.fine_rule.rule IS 'number of the row';
COMMENT ON COLUMN breachvalue.fine_rule.regime IS 'law or guideline';
COMMENT ON COLUMN breachvalue.fine_rule.tier IS 'case within it';
COMMENT ON COLUMN breachvalue.fine_rule.unit IS 'ISO 4217 code, or % of what per says';
COMMENT ON COLUMN breachvalue.fine_rule.low_or_fixed IS 'lowest figure, or the fixed amount of "greater of"';
COMMENT ON COLUMN breachvalue.fine_rule.high_or_percent IS
'highest figure, or the per cent of yearly turnover of "greater of"';
COMMENT ON COLUMN breachvalue.fine_rule.per IS 'per what';
COMMENT ON COLUMN breachvalue.fine_rule.note IS 'what else to know';
COMMENT ON COLUMN breachvalue.fine_rule.in_force_from IS 'date or year since when';
COMMENT ON COLUMN breachvalue.fine_rule.source IS 'who published it';

INSERT INTO breachvalue.fine_rule VALUES
	(1, 'GDPR 83(4)', 'lower tier', 'EUR', 10000000, 2, 'greater of', 'maximum per infringement set; obligations of controller/processor incl. art. 32-34', '2018-05-25', 'huntonprivacyblog 2022-06-10; Reg. (EU) 2016/679 art. 83(4)'),
	(2, 'GDPR 83(5)-(6)', 'upper tier', 'EUR', 20000000, 4, 'greater of', 'principles, data-subject rights, transfers, orders', '2018-05-25', 'huntonprivacyblog 2022-06-10; art. 83(5),(6)'),
	(3, 'EDPB 04/2022 para 60', 'seriousness low', '%', 0, 10, 'of legal maximum', 'starting amount', '2023-05-24', '(quotes para 60); issuu mervinskiy'),
	(4, 'EDPB 04/2022 para 60', 'seriousness medium', '%', 10, 20, 'of legal maximum', 'starting amount', '2023-05-24', 'same'),
	(5, 'EDPB 04/2022 para 60', 'seriousness high', '%', 20, 100, 'of legal maximum', 'starting amount', '2023-05-24', 'same'),
	(6, 'EDPB 04/2022 para 65', 'turnover <= 2m', '%', 0.2, 0.4, 'of starting amount', 'size adjustment', '2023-05-24', 'same (quoted)'),
	(7, 'EDPB 04/2022 para 65', 'turnover 2m-10m', '%', 0.3, 2, 'of starting amount', 'size adjustment', '2023-05-24', 'from memory of v2.1, re-check'),
	(8, 'EDPB 04/2022 para 65', 'turnover 10m-50m', '%', 1.5, 10, 'of starting amount', 'size adjustment', '2023-05-24', 'from memory of v2.1, re-check'),
	(9, 'EDPB 04/2022 para 66', 'turnover 50m-100m', '%', 8, 20, 'of starting amount', 'size adjustment', '2023-05-24', 'from memory of v2.1, re-check'),
	(10, 'EDPB 04/2022 para 66', 'turnover 100m-250m', '%', 15, 50, 'of starting amount', 'size adjustment', '2023-05-24', 'from memory of v2.1, re-check'),
	(11, 'EDPB 04/2022 para 66', 'turnover 250m-500m', '%', 40, 100, 'of starting amount', 'size adjustment', '2023-05-24', 'from memory of v2.1, re-check'),
	(12, 'EDPB 04/2022 para 66', 'turnover > 500m', '%', 100, 100, 'of starting amount', 'no size adjustment (dynamic maximum already reflects size)', '2023-05-24', '(quoted)'),
	(13, 'CCPA 1798.150', 'private right of action', 'USD', 100, 750, 'per consumer per incident', 'or actual damages if greater', '2020-01-01', 'ccpa-info.com; zerodocs.io'),
	(14, 'CCPA 1798.150', 'private right of action, CPI', 'USD', 107, 799, 'per consumer per incident', 'from 2025 (lower figure re-check)', '2025-01-01', 'jdsupra.com 7046701'),
	(15, 'CCPA 1798.155', 'administrative fine', 'USD', 0, 2663, 'per violation', '', '2025-01-01', 'jdsupra.com 7046701'),
	(16, 'CCPA 1798.155', 'administrative fine, minors', 'USD', 0, 7988, 'per violation', 'under 16', '2025-01-01', 'jdsupra.com 7046701'),
	(17, 'HIPAA 45 CFR 160.404', 'no knowledge', 'USD', 141, 71162, 'per violation', 'calendar-year cap 2 134 831 (25 000 under 2019 enforcement discretion)', '2024-08-08', 'hipaatimes.com'),
	(18, 'HIPAA 45 CFR 160.404', 'reasonable cause', 'USD', 1424, 71162, 'per violation', 'cap 2 134 831 (100 000)', '2024-08-08', 'hipaatimes.com'),
	(19, 'HIPAA 45 CFR 160.404', 'wilful neglect, corrected', 'USD', 14232, 71162, 'per violation', 'cap 2 134 831 (250 000)', '2024-08-08', 'hipaatimes.com'),
	(20, 'HIPAA 45 CFR 160.404', 'wilful neglect, not corrected', 'USD', 71162, 2134831, 'per violation', 'cap 2 134 831 (1 500 000)', '2024-08-08', 'hipaatimes.com'),
	(21, 'HIPAA 45 CFR 160.404', '2025 figures tier 1-4', 'USD', 145, 2190294, 'per violation', '145-73 011; 1 461-73 011; 14 602-73 011; 73 011-2 190 294; cap 2 190 294', '2025', 'calhipaa.com'),
	(22, 'LGPD art. 52 I', 'fine', 'BRL', 0, 50000000, 'per infringement', '2% of revenue in Brazil, cap 50M', '2021', 'github/awesome-copilot skills/data-breach-blast-radius/references/regulatory-impact.md');
