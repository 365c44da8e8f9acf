/*
 * validate.h: is a value one of a class?
 *
 * Each looks at the whole value, white space around it aside, and is strict:
 * separators where people put them, all of one kind, or none.  Rules are in
 * words in class_table.c.  None reads a clock: dates run to 2035.
 */
#ifndef BV_VALIDATE_H
#define BV_VALIDATE_H

#include <stdbool.h>
#include <stddef.h>

#include "number.h"

/* phone.c */
extern bool bv_is_phone(const char *value, size_t len);

/* validate_account.c */
extern bool bv_is_bic(const char *value, size_t len);
extern bool bv_is_card_expiry(const char *value, size_t len);
extern bool bv_is_bank_account(const char *value, size_t len);
extern const BvNumberScheme bv_scheme_card_expiry;
extern const BvNumberScheme bv_scheme_bank_account;
extern const BvCodeScheme bv_code_bic;

/* validate_america.c */
extern bool bv_is_us_ssn(const char *value, size_t len);
extern bool bv_is_us_itin(const char *value, size_t len);
extern bool bv_is_us_ein(const char *value, size_t len);
extern bool bv_is_us_aba(const char *value, size_t len);
extern bool bv_is_us_npi(const char *value, size_t len);
extern bool bv_is_us_dea(const char *value, size_t len);
extern bool bv_is_us_mbi(const char *value, size_t len);
extern bool bv_is_ca_sin(const char *value, size_t len);
extern bool bv_is_br_cpf(const char *value, size_t len);
extern bool bv_is_ar_cuit(const char *value, size_t len);
extern bool bv_is_cl_rut(const char *value, size_t len);
extern bool bv_is_co_nit(const char *value, size_t len);
extern bool bv_is_pe_dni(const char *value, size_t len);
extern bool bv_is_ec_ci(const char *value, size_t len);
extern bool bv_is_do_cedula(const char *value, size_t len);
extern bool bv_is_mx_curp(const char *value, size_t len);
extern bool bv_is_mx_rfc(const char *value, size_t len);
extern const BvNumberScheme bv_scheme_us_ssn;
extern const BvNumberScheme bv_scheme_us_itin;
extern const BvNumberScheme bv_scheme_us_ein;
extern const BvNumberScheme bv_scheme_us_aba;
extern const BvNumberScheme bv_scheme_us_npi;
extern const BvNumberScheme bv_scheme_ca_sin;
extern const BvNumberScheme bv_scheme_br_cpf;
extern const BvNumberScheme bv_scheme_ar_cuit;
extern const BvNumberScheme bv_scheme_co_nit;
extern const BvNumberScheme bv_scheme_ec_ci;
extern const BvNumberScheme bv_scheme_do_cedula;
extern const BvNumberScheme bv_scheme_cl_rut;
extern const BvNumberScheme bv_scheme_pe_dni;
extern const BvCodeScheme bv_code_us_dea;
extern const BvCodeScheme bv_code_us_mbi;
extern const BvCodeScheme bv_code_mx_curp;
extern const BvCodeScheme bv_code_cl_rut;
extern const BvCodeScheme bv_code_co_nit;
extern const BvCodeScheme bv_code_pe_dni;

/* validate_api_secret.c */
extern bool bv_is_api_secret(const char *value, size_t len);

/* validate_asia.c */
extern bool bv_is_il_id(const char *value, size_t len);
extern bool bv_is_in_aadhaar(const char *value, size_t len);
extern bool bv_is_in_pan(const char *value, size_t len);
extern bool bv_is_in_epic(const char *value, size_t len);
extern bool bv_is_cn_ric(const char *value, size_t len);
extern bool bv_is_jp_my_number(const char *value, size_t len);
extern bool bv_is_kr_rrn(const char *value, size_t len);
extern bool bv_is_sg_nric(const char *value, size_t len);
extern bool bv_is_my_nric(const char *value, size_t len);
extern bool bv_is_th_id(const char *value, size_t len);
extern bool bv_is_id_nik(const char *value, size_t len);
extern bool bv_is_pk_cnic(const char *value, size_t len);
extern bool bv_is_tw_id(const char *value, size_t len);
extern bool bv_is_hk_id(const char *value, size_t len);
extern const BvNumberScheme bv_scheme_il_id;
extern const BvNumberScheme bv_scheme_in_aadhaar;
extern const BvNumberScheme bv_scheme_jp_my_number;
extern const BvNumberScheme bv_scheme_kr_rrn;
extern const BvNumberScheme bv_scheme_my_nric;
extern const BvNumberScheme bv_scheme_th_id;
extern const BvNumberScheme bv_scheme_id_nik;
extern const BvNumberScheme bv_scheme_pk_cnic;
extern const BvNumberScheme bv_scheme_cn_ric;
extern const BvCodeScheme bv_code_in_pan;
extern const BvCodeScheme bv_code_in_epic;
extern const BvCodeScheme bv_code_sg_nric;
extern const BvCodeScheme bv_code_tw_id;
extern const BvCodeScheme bv_code_hk_id;
extern const BvCodeScheme bv_code_cn_ric;

/* validate_contact.c */
extern bool bv_is_email(const char *value, size_t len);

/* validate_date.c */
typedef struct BvDate
{
	int			year;
	int			month;
	int			day;
} BvDate;

extern bool bv_is_birth_date(const char *value, size_t len);

/* The date in a value that is one, without white space around it. */
extern void bv_read_birth_date(const char *value, size_t len, BvDate *date);
extern const BvNumberScheme bv_scheme_birth_date;

/* validate_device.c */
extern bool bv_is_imei(const char *value, size_t len);
extern bool bv_is_imsi(const char *value, size_t len);
extern bool bv_is_iccid(const char *value, size_t len);
extern bool bv_is_meid(const char *value, size_t len);
extern bool bv_is_mac(const char *value, size_t len);
extern bool bv_is_device_id(const char *value, size_t len);
extern const BvNumberScheme bv_scheme_imei;
extern const BvNumberScheme bv_scheme_imsi;

/* validate_document.c */
extern bool bv_is_it_id_card(const char *value, size_t len);
extern bool bv_is_drivers_licence(const char *value, size_t len);
extern bool bv_is_passport(const char *value, size_t len);
extern bool bv_is_us_drivers_licence(const char *value, size_t len);
extern const BvNumberScheme bv_scheme_passport;
extern const BvNumberScheme bv_scheme_us_drivers_licence;
extern const BvNumberScheme bv_scheme_drivers_licence;
extern const BvCodeScheme bv_code_it_id_card;
extern const BvCodeScheme bv_code_passport;
extern const BvCodeScheme bv_code_us_drivers_licence;
extern const BvCodeScheme bv_code_drivers_licence;

/* validate_east.c */
extern bool bv_is_pl_pesel(const char *value, size_t len);
extern bool bv_is_pl_nip(const char *value, size_t len);
extern bool bv_is_cz_rodne_cislo(const char *value, size_t len);
extern bool bv_is_ro_cnp(const char *value, size_t len);
extern bool bv_is_bg_egn(const char *value, size_t len);
extern bool bv_is_hr_oib(const char *value, size_t len);
extern bool bv_is_jmbg(const char *value, size_t len);
extern bool bv_is_gr_amka(const char *value, size_t len);
extern bool bv_is_gr_afm(const char *value, size_t len);
extern bool bv_is_ua_rnokpp(const char *value, size_t len);
extern bool bv_is_tr_tckn(const char *value, size_t len);
extern bool bv_is_ru_inn(const char *value, size_t len);
extern const BvNumberScheme bv_scheme_pl_pesel;
extern const BvNumberScheme bv_scheme_pl_nip;
extern const BvNumberScheme bv_scheme_cz_rodne_cislo;
extern const BvNumberScheme bv_scheme_ro_cnp;
extern const BvNumberScheme bv_scheme_bg_egn;
extern const BvNumberScheme bv_scheme_hr_oib;
extern const BvNumberScheme bv_scheme_jmbg;
extern const BvNumberScheme bv_scheme_gr_amka;
extern const BvNumberScheme bv_scheme_gr_afm;
extern const BvNumberScheme bv_scheme_ua_rnokpp;
extern const BvNumberScheme bv_scheme_tr_tckn;
extern const BvNumberScheme bv_scheme_ru_inn;

/* validate_isles.c */
extern bool bv_is_gb_nino(const char *value, size_t len);
extern bool bv_is_gb_nhs(const char *value, size_t len);
extern bool bv_is_gb_utr(const char *value, size_t len);
extern bool bv_is_gb_driving_licence(const char *value, size_t len);
extern bool bv_is_ie_pps(const char *value, size_t len);
extern const BvNumberScheme bv_scheme_gb_nhs;
extern const BvNumberScheme bv_scheme_gb_utr;
extern const BvCodeScheme bv_code_gb_nino;
extern const BvCodeScheme bv_code_gb_driving_licence;
extern const BvCodeScheme bv_code_ie_pps;

/* validate_location.c */
extern bool bv_is_latitude(const char *value, size_t len);
extern bool bv_is_longitude(const char *value, size_t len);
extern bool bv_is_geo_point(const char *value, size_t len);

/* Write one that is valid, without white space around it, in degrees; return how many bytes. */
extern int	bv_write_degrees(const char *value, size_t len, char *result);
extern int	bv_write_point(const char *value, size_t len, char *result);

/* validate_network.c */
extern bool bv_is_ip_address(const char *value, size_t len);
extern bool bv_is_url(const char *value, size_t len);

/* validate_nordic.c */
extern bool bv_is_se_personnummer(const char *value, size_t len);
extern bool bv_is_no_fodselsnummer(const char *value, size_t len);
extern bool bv_is_dk_cpr(const char *value, size_t len);
extern bool bv_is_fi_hetu(const char *value, size_t len);
extern bool bv_is_is_kennitala(const char *value, size_t len);
extern bool bv_is_ee_isikukood(const char *value, size_t len);
extern bool bv_is_lv_personas_kods(const char *value, size_t len);
extern const BvNumberScheme bv_scheme_se_personnummer;
extern const BvNumberScheme bv_scheme_no_fodselsnummer;
extern const BvNumberScheme bv_scheme_dk_cpr;
extern const BvNumberScheme bv_scheme_is_kennitala;
extern const BvNumberScheme bv_scheme_ee_isikukood;
extern const BvNumberScheme bv_scheme_lv_personas_kods;
extern const BvCodeScheme bv_code_fi_hetu;

/* validate_online.c */
extern bool bv_is_user_agent(const char *value, size_t len);
extern bool bv_is_social_handle(const char *value, size_t len);

/* validate_organisation.c */
extern bool bv_is_org_number(const char *value, size_t len);
extern const BvNumberScheme bv_scheme_org_number;

/* validate_password_hash.c */
extern bool bv_is_password_hash(const char *value, size_t len);

/* validate_payment.c */
extern bool bv_is_payment_card(const char *value, size_t len);
extern bool bv_is_iban(const char *value, size_t len);
extern const BvNumberScheme bv_scheme_payment_card;

/* validate_person.c */
extern bool bv_is_gender(const char *value, size_t len);
extern bool bv_is_marital_status(const char *value, size_t len);
extern bool bv_is_blood_type(const char *value, size_t len);
extern bool bv_is_genetic(const char *value, size_t len);
extern bool bv_is_health_condition(const char *value, size_t len);

/* validate_photo.c */
extern bool bv_is_photo(const char *value, size_t len);

/* validate_plate.c */
extern bool bv_is_de_kennzeichen(const char *value, size_t len);

/* Writes one that is valid, without white space around it, as it is always written. */
extern int	bv_write_kennzeichen(const char *value, size_t len, char *result);
extern bool bv_is_gb_plate(const char *value, size_t len);
extern bool bv_is_se_regnr(const char *value, size_t len);
extern bool bv_is_fr_plaque(const char *value, size_t len);
extern bool bv_is_es_matricula(const char *value, size_t len);
extern bool bv_is_it_targa(const char *value, size_t len);
extern bool bv_is_license_plate(const char *value, size_t len);

/* validate_south.c */
extern bool bv_is_au_tfn(const char *value, size_t len);
extern bool bv_is_au_medicare(const char *value, size_t len);
extern bool bv_is_nz_ird(const char *value, size_t len);
extern bool bv_is_za_id(const char *value, size_t len);
extern bool bv_is_ng_nin(const char *value, size_t len);
extern const BvNumberScheme bv_scheme_au_tfn;
extern const BvNumberScheme bv_scheme_au_medicare;
extern const BvNumberScheme bv_scheme_nz_ird;
extern const BvNumberScheme bv_scheme_za_id;
extern const BvNumberScheme bv_scheme_ng_nin;

/* validate_tax.c */
extern bool bv_is_tax_id(const char *value, size_t len);

/* validate_token.c */
extern bool bv_is_jwt(const char *value, size_t len);
extern bool bv_is_private_key(const char *value, size_t len);
extern bool bv_is_otp_secret(const char *value, size_t len);

/* validate_vat.c */
extern bool bv_is_vat_id(const char *value, size_t len);

/* validate_vehicle.c */
extern bool bv_is_nl_kenteken(const char *value, size_t len);
extern bool bv_is_vin(const char *value, size_t len);
extern const BvCodeScheme bv_code_nl_kenteken;
extern const BvCodeScheme bv_code_vin;

/* validate_wallet.c */
extern bool bv_is_crypto_wallet(const char *value, size_t len);

/* validate_west.c */
extern bool bv_is_nl_bsn(const char *value, size_t len);
extern bool bv_is_nl_id_document(const char *value, size_t len);
extern bool bv_is_be_nrn(const char *value, size_t len);
extern bool bv_is_lu_matricule(const char *value, size_t len);
extern bool bv_is_de_steuer_id(const char *value, size_t len);
extern bool bv_is_de_steuernummer(const char *value, size_t len);
extern bool bv_is_de_svnr(const char *value, size_t len);
extern bool bv_is_de_kvnr(const char *value, size_t len);
extern bool bv_is_de_ausweis(const char *value, size_t len);
extern bool bv_is_at_svnr(const char *value, size_t len);
extern bool bv_is_ch_ahv(const char *value, size_t len);
extern bool bv_is_fr_nir(const char *value, size_t len);
extern bool bv_is_fr_spi(const char *value, size_t len);
extern bool bv_is_es_dni(const char *value, size_t len);
extern bool bv_is_es_nie(const char *value, size_t len);
extern bool bv_is_es_nuss(const char *value, size_t len);
extern bool bv_is_pt_nif(const char *value, size_t len);
extern bool bv_is_pt_cc(const char *value, size_t len);
extern bool bv_is_it_codice_fiscale(const char *value, size_t len);
extern const BvNumberScheme bv_scheme_nl_bsn;
extern const BvNumberScheme bv_scheme_be_nrn;
extern const BvNumberScheme bv_scheme_lu_matricule;
extern const BvNumberScheme bv_scheme_de_steuer_id;
extern const BvNumberScheme bv_scheme_de_steuernummer;
extern const BvNumberScheme bv_scheme_at_svnr;
extern const BvNumberScheme bv_scheme_ch_ahv;
extern const BvNumberScheme bv_scheme_fr_spi;
extern const BvNumberScheme bv_scheme_es_nuss;
extern const BvNumberScheme bv_scheme_pt_nif;
extern const BvNumberScheme bv_scheme_fr_nir;
extern const BvCodeScheme bv_code_nl_id_document;
extern const BvCodeScheme bv_code_de_svnr;
extern const BvCodeScheme bv_code_de_kvnr;
extern const BvCodeScheme bv_code_de_ausweis;
extern const BvCodeScheme bv_code_es_dni;
extern const BvCodeScheme bv_code_es_nie;
extern const BvCodeScheme bv_code_pt_cc;
extern const BvCodeScheme bv_code_it_codice_fiscale;
extern const BvCodeScheme bv_code_fr_nir;

/* How values begin, for the forms of their classes (BvBeginning). */
extern const char *bv_api_secret_beginning(int which);
extern const char *bv_blood_type_beginning(int which);
extern const char *bv_gender_word(int which);
extern const char *bv_iban_beginning(int which);
extern const char *bv_marital_status_word(int which);
extern const char *bv_photo_beginning(int which);
extern const char *bv_user_agent_beginning(int which);
extern const char *bv_vat_id_beginning(int which);

#endif							/* BV_VALIDATE_H */
