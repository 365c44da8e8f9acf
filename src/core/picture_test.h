/*
 * picture_test.h: of which classes values of a picture may be
 *
 * Each is a BvPictureTest (class.h) for the row of its class.  It may be too
 * generous, never too strict: fuzz_value and test_recognize compare.
 */
#ifndef BV_PICTURE_TEST_H
#define BV_PICTURE_TEST_H

#include <stdbool.h>
#include <stddef.h>

#include "class.h"

extern bool bv_may_be_birth_date(const char *picture, size_t len);
extern bool bv_may_be_de_kennzeichen(const char *picture, size_t len);
extern bool bv_may_be_device_id(const char *picture, size_t len);
extern bool bv_may_be_es_matricula(const char *picture, size_t len);
extern bool bv_may_be_fr_plaque(const char *picture, size_t len);
extern bool bv_may_be_gb_plate(const char *picture, size_t len);
extern bool bv_may_be_genetic(const char *picture, size_t len);
extern bool bv_may_be_geo_point(const char *picture, size_t len);
extern bool bv_may_be_health_condition(const char *picture, size_t len);
extern bool bv_may_be_iban(const char *picture, size_t len);
extern bool bv_may_be_ip_address(const char *picture, size_t len);
extern bool bv_may_be_it_targa(const char *picture, size_t len);
extern bool bv_may_be_latitude(const char *picture, size_t len);
extern bool bv_may_be_longitude(const char *picture, size_t len);
extern bool bv_may_be_mac(const char *picture, size_t len);
extern bool bv_may_be_meid(const char *picture, size_t len);
extern bool bv_may_be_org_number(const char *picture, size_t len);
extern bool bv_may_be_otp_secret(const char *picture, size_t len);
extern bool bv_may_be_phone(const char *picture, size_t len);	/* phone_note.c */
extern bool bv_may_be_postcode(const char *picture, size_t len);	/* postcode.c */
extern bool bv_may_be_se_regnr(const char *picture, size_t len);
extern bool bv_may_be_social_handle(const char *picture, size_t len);
extern bool bv_may_be_url(const char *picture, size_t len);
extern bool bv_may_be_vat_id(const char *picture, size_t len);

extern bool bv_must_be_license_plate(const char *picture, size_t len);

extern const BvNotedValidator bv_noted_latitude;
extern const BvNotedValidator bv_noted_longitude;
extern const BvNotedValidator bv_noted_phone;	/* phone_note.c */

#endif							/* BV_PICTURE_TEST_H */
