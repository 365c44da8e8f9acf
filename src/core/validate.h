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

/* validate_contact.c */
extern bool bv_is_email(const char *value, size_t len);
extern bool bv_is_phone(const char *value, size_t len);

/* validate_national.c */
extern bool bv_is_us_ssn(const char *value, size_t len);
extern bool bv_is_nl_bsn(const char *value, size_t len);
extern bool bv_is_se_personnummer(const char *value, size_t len);

/* validate_payment.c */
extern bool bv_is_payment_card(const char *value, size_t len);
extern bool bv_is_iban(const char *value, size_t len);

/* validate_api_secret.c */
extern bool bv_is_api_secret(const char *value, size_t len);

/* validate_date.c */
extern bool bv_is_birth_date(const char *value, size_t len);

/* validate_device.c */
extern bool bv_is_device_id(const char *value, size_t len);
extern bool bv_is_iccid(const char *value, size_t len);
extern bool bv_is_imei(const char *value, size_t len);
extern bool bv_is_imsi(const char *value, size_t len);
extern bool bv_is_mac(const char *value, size_t len);
extern bool bv_is_meid(const char *value, size_t len);

/* validate_location.c */
extern bool bv_is_geo_point(const char *value, size_t len);
extern bool bv_is_latitude(const char *value, size_t len);
extern bool bv_is_longitude(const char *value, size_t len);

/* validate_network.c */
extern bool bv_is_ip_address(const char *value, size_t len);
extern bool bv_is_url(const char *value, size_t len);

/* validate_online.c */
extern bool bv_is_social_handle(const char *value, size_t len);
extern bool bv_is_user_agent(const char *value, size_t len);

/* validate_organisation.c */
extern bool bv_is_org_number(const char *value, size_t len);

/* validate_password_hash.c */
extern bool bv_is_password_hash(const char *value, size_t len);

/* validate_person.c */
extern bool bv_is_blood_type(const char *value, size_t len);
extern bool bv_is_gender(const char *value, size_t len);
extern bool bv_is_genetic(const char *value, size_t len);
extern bool bv_is_health_condition(const char *value, size_t len);
extern bool bv_is_marital_status(const char *value, size_t len);

/* validate_photo.c */
extern bool bv_is_photo(const char *value, size_t len);

/* validate_plate.c */
extern bool bv_is_de_kennzeichen(const char *value, size_t len);
extern bool bv_is_es_matricula(const char *value, size_t len);
extern bool bv_is_fr_plaque(const char *value, size_t len);
extern bool bv_is_gb_plate(const char *value, size_t len);
extern bool bv_is_it_targa(const char *value, size_t len);
extern bool bv_is_license_plate(const char *value, size_t len);
extern bool bv_is_se_regnr(const char *value, size_t len);

/* validate_token.c */
extern bool bv_is_jwt(const char *value, size_t len);
extern bool bv_is_otp_secret(const char *value, size_t len);
extern bool bv_is_private_key(const char *value, size_t len);

/* validate_vat.c */
extern bool bv_is_vat_id(const char *value, size_t len);

/* validate_vehicle.c */
extern bool bv_is_nl_kenteken(const char *value, size_t len);
extern bool bv_is_vin(const char *value, size_t len);

/* validate_wallet.c */
extern bool bv_is_crypto_wallet(const char *value, size_t len);

#endif							/* BV_VALIDATE_H */
