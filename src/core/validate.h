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

/* phone.c */
extern bool bv_is_phone(const char *value, size_t len);

/* validate_national.c */
extern bool bv_is_us_ssn(const char *value, size_t len);
extern bool bv_is_nl_bsn(const char *value, size_t len);
extern bool bv_is_se_personnummer(const char *value, size_t len);

/* validate_payment.c */
extern bool bv_is_payment_card(const char *value, size_t len);
extern bool bv_is_iban(const char *value, size_t len);

/* validate_device.c */
extern bool bv_is_imei(const char *value, size_t len);
extern bool bv_is_mac(const char *value, size_t len);
extern bool bv_is_ip_address(const char *value, size_t len);

/* validate_vehicle.c */
extern bool bv_is_nl_kenteken(const char *value, size_t len);
extern bool bv_is_vin(const char *value, size_t len);

/* validate_date.c */
extern bool bv_is_birth_date(const char *value, size_t len);

#endif							/* BV_VALIDATE_H */
