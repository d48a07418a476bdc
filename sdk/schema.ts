// Generated from openapi.yaml by `npm run generate`. Do not edit.
export interface paths {
    "/v1/account/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for an account and its first studio
         * @description Always answers 202. The mail's link finishes the registration, or says that the account exists. It carries no
         *     password: whoever opens the mail chooses it, so nobody can open an account for an address that is not theirs.
         */
        post: operations["account.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/preview-registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the token of a registration's mail will open
         * @description Uses nothing up. The token travels in the body, where no log keeps it.
         */
        post: operations["account.previewRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish a registration with the token of the mail and a password
         * @description Opens the account and its first studio. A password that is refused does not use the token up.
         */
        post: operations["account.verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/request-password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link that sets a new password
         * @description Always answers 202, whether or not the address has an account.
         */
        post: operations["account.requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password with the token of the mail
         * @description Ends every session of the account. A password that is refused does not use the token up.
         */
        post: operations["account.resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in person and their studios */
        get: operations["account.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the signed-in person's name */
        patch: operations["account.update"];
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the person is signed in */
        get: operations["sessions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out one session, at once, everywhere */
        delete: operations["sessions.revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The person's studios */
        get: operations["workspaces.list"];
        put?: never;
        /** Open a studio, with its test workspace beside it */
        post: operations["workspaces.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The studio's settings */
        get: operations["workspace.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the studio's settings */
        patch: operations["workspace.update"];
        trace?: never;
    };
    "/v1/workspace/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What any visitor may know of the studio: name, brand, language */
        get: operations["workspace.public"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The studio's keys */
        get: operations["apiKeys.list"];
        put?: never;
        /**
         * Make a key
         * @description A secret key is shown once, in this answer. Only owners make secret keys.
         */
        post: operations["apiKeys.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{apiKeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                apiKeyId: components["parameters"]["apiKeyId"];
            };
            cookie?: never;
        };
        /** One key */
        get: operations["apiKeys.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename a key, or change where it may be used */
        patch: operations["apiKeys.update"];
        trace?: never;
    };
    "/v1/api-keys/{apiKeyId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                apiKeyId: components["parameters"]["apiKeyId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a key at once */
        post: operations["apiKeys.revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A proof-of-work challenge for one public write
         * @description Its solution is sent as `Alloza-Proof`; it is bound to the key, the operation and the form, and is spent once.
         */
        post: operations["challenges.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload an image */
        post: operations["files.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: components["parameters"]["fileId"];
            };
            cookie?: never;
        };
        /** A file's description with an address to read it for ten minutes */
        get: operations["files.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who wrote what, when */
        get: operations["changes.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notes on a record */
        get: operations["notes.list"];
        put?: never;
        /** Write a note on a record */
        post: operations["notes.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notes/{noteId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                noteId: components["parameters"]["noteId"];
            };
            cookie?: never;
        };
        /** One note */
        get: operations["notes.get"];
        put?: never;
        post?: never;
        /** Delete a note */
        delete: operations["notes.delete"];
        options?: never;
        head?: never;
        /** Change a note */
        patch: operations["notes.update"];
        trace?: never;
    };
    "/v1/lead-forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The studio's enquiry forms */
        get: operations["leadForms.list"];
        put?: never;
        /** Design a form */
        post: operations["leadForms.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lead-forms/{leadFormId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                leadFormId: components["parameters"]["leadFormId"];
            };
            cookie?: never;
        };
        /** One form */
        get: operations["leadForms.get"];
        put?: never;
        post?: never;
        /**
         * Delete a form
         * @description Its leads stay. The studio's last form can't be deleted.
         */
        delete: operations["leadForms.delete"];
        options?: never;
        head?: never;
        /** Change a form */
        patch: operations["leadForms.update"];
        trace?: never;
    };
    "/v1/lead-forms/{leadFormId}/public": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                leadFormId: components["parameters"]["leadFormId"];
            };
            cookie?: never;
        };
        /**
         * The form as a visitor sees it
         * @description The word `default` in place of the id is the studio's oldest form.
         */
        get: operations["leadForms.public"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lead-pipeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stages of the studio's pipeline */
        get: operations["leadPipeline.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename, add, order or remove stages
         * @description A stage that still has open leads can't be removed.
         */
        patch: operations["leadPipeline.update"];
        trace?: never;
    };
    "/v1/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads */
        get: operations["leads.list"];
        put?: never;
        /**
         * Send an enquiry, or enter one
         * @description With a publishable key, `formId` names the form and `Alloza-Proof` carries the solution of a challenge.
         *     Answers to a visitor hold no more than the id and the form's thanks.
         */
        post: operations["leads.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many leads each stage holds */
        get: operations["leads.summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{leadId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                leadId: components["parameters"]["leadId"];
            };
            cookie?: never;
        };
        /** One lead */
        get: operations["leads.get"];
        put?: never;
        post?: never;
        /** Delete a lead; it can be restored for 30 days */
        delete: operations["leads.delete"];
        options?: never;
        head?: never;
        /** Change a lead */
        patch: operations["leads.update"];
        trace?: never;
    };
    "/v1/leads/{leadId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                leadId: components["parameters"]["leadId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a deleted lead */
        post: operations["leads.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{leadId}/move": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                leadId: components["parameters"]["leadId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a lead to a stage, or close or reopen it */
        post: operations["leads.move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{leadId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                leadId: components["parameters"]["leadId"];
            };
            cookie?: never;
        };
        /** All that happened to a lead */
        get: operations["leads.timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events in commit order, oldest first */
        get: operations["events.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events as they are committed (server-sent events)
         * @description Each frame has the sequence as `id`, the event's type as `event` and the Event object as `data`. Send the last
         *     id you saw as `Last-Event-ID` to resume without a gap.
         */
        get: operations["events.stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: components["parameters"]["eventId"];
            };
            cookie?: never;
        };
        /** One event */
        get: operations["events.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "lead.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lead created */
        post: operations["on.lead.created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "lead.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lead updated */
        post: operations["on.lead.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "lead.moved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lead moved */
        post: operations["on.lead.moved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "lead.won": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lead won */
        post: operations["on.lead.won"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "lead.lost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lead lost */
        post: operations["on.lead.lost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "lead.spam": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lead spam */
        post: operations["on.lead.spam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "lead.reopened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lead reopened */
        post: operations["on.lead.reopened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "lead.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lead deleted */
        post: operations["on.lead.deleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "lead.restored": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lead restored */
        post: operations["on.lead.restored"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "note.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note created */
        post: operations["on.note.created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "note.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note updated */
        post: operations["on.note.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "note.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note deleted */
        post: operations["on.note.deleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "lead_form.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lead form created */
        post: operations["on.lead_form.created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "lead_form.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lead form updated */
        post: operations["on.lead_form.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "lead_form.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lead form deleted */
        post: operations["on.lead_form.deleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "lead_pipeline.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lead pipeline updated */
        post: operations["on.lead_pipeline.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "workspace.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Workspace updated */
        post: operations["on.workspace.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "api_key.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Api key created */
        post: operations["on.api_key.created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "api_key.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Api key updated */
        post: operations["on.api_key.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "api_key.revoked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Api key revoked */
        post: operations["on.api_key.revoked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * @description RFC 9457 problem details.
         * @example {
         *       "type": "/docs/errors/not_found",
         *       "title": "There is no such object",
         *       "status": 404,
         *       "code": "not_found",
         *       "requestId": "req_01jd3x3k1fek6vw2bqk5yj7c9n"
         *     }
         */
        Problem: {
            /** @description Address of a page that explains the code. */
            type: string;
            title: string;
            status: number;
            detail?: string;
            code: components["schemas"]["ProblemCode"];
            requestId: string;
            errors?: {
                /** @description JSON Pointer into the body, or `query/name`, `path/name`, `header/name`. */
                pointer: string;
                code: string;
                message: string;
            }[];
        };
        /**
         * @description Stable codes; each has a page under /docs/errors.
         * @enum {string}
         */
        ProblemCode: "body_too_large" | "credential_not_allowed" | "csrf_refused" | "file_not_found" | "file_type_mismatch" | "forbidden" | "form_not_found" | "idempotency_key_in_use" | "idempotency_key_reused" | "if_match_required" | "internal_error" | "invalid_encoding" | "invalid_json" | "invalid_request" | "invalid_transition" | "last_form" | "method_not_allowed" | "not_deleted" | "not_found" | "origin_not_allowed" | "proof_invalid" | "proof_required" | "proof_spent" | "rate_limited" | "secret_key_in_browser" | "slug_taken" | "stage_in_use" | "stage_not_found" | "subject_not_found" | "token_invalid" | "too_fast" | "unauthenticated" | "unavailable" | "unsupported_media_type" | "version_stale";
        Accepted: {
            /** @constant */
            accepted: true;
        };
        EmailInput: {
            email: components["schemas"]["Email"];
        };
        TokenInput: {
            token: string;
        };
        /** @description The token of a mail, and the password to set with it. */
        NewPassword: {
            token: string;
            password: components["schemas"]["Password"];
        };
        /**
         * Format: email
         * @example ana@example.com
         */
        Email: string;
        /**
         * Format: phone
         * @description International or national form; stored as E.164.
         * @example +14155550123
         */
        Phone: string;
        /** Format: password */
        Password: string;
        /** @description Fields of plugins and integrations, by namespace. */
        Custom: {
            [key: string]: unknown;
        };
        Registration: {
            name: string;
            email: components["schemas"]["Email"];
            studioName: string;
            timeZone?: components["schemas"]["TimeZone"];
            locale?: components["schemas"]["Locale"];
            currency?: components["schemas"]["Currency"];
        };
        RegistrationPreview: {
            name: string;
            email: components["schemas"]["Email"];
            studioName: string;
        };
        VerifiedAccount: {
            email: components["schemas"]["Email"];
            workspaceSlug: components["schemas"]["Slug"];
        };
        Account: {
            /** @example user_01jd3x3k1fek6vw2bqk5yj7c9n */
            id: string;
            name: string;
            email: components["schemas"]["Email"];
            pictureUrl: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
            workspaces: components["schemas"]["WorkspaceSummary"][];
        };
        AccountPatch: {
            name?: string;
        };
        Session: {
            id: string;
            /** @description Whether this request came from that session. */
            current: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** Format: date-time */
            expiresAt: string;
            /**
             * @description Browser and system, in words.
             * @example Firefox on Linux
             */
            device: string;
        };
        /** @enum {string} */
        Role: "owner" | "manager" | "member";
        /** @enum {string} */
        WorkspaceMode: "live" | "test";
        WorkspaceSummary: {
            id: string;
            name: string;
            slug: components["schemas"]["Slug"];
            mode: components["schemas"]["WorkspaceMode"];
            role: components["schemas"]["Role"];
            /** @description The test workspace of a live one, and the reverse. */
            twinSlug: components["schemas"]["Slug"];
        };
        /** @example lumen-and-oak */
        Slug: string;
        /**
         * Format: time-zone
         * @example Europe/Berlin
         */
        TimeZone: string;
        /** @enum {string} */
        Locale: "en" | "de" | "ar";
        /**
         * Format: currency
         * @example EUR
         */
        Currency: string;
        /** @example #0f6b5c */
        HexColor: string;
        Brand: {
            accent: components["schemas"]["HexColor"];
            /** @description Corner radius of controls in CSS pixels. */
            radius: number;
            logoFileId: string | null;
            /** @description A lasting public address. */
            logoUrl: string | null;
        };
        BrandPatch: {
            accent?: components["schemas"]["HexColor"];
            radius?: number;
            logoFileId?: string | null;
        };
        Sender: {
            /** @description The name that mails carry as sender. */
            name: string;
            replyTo: components["schemas"]["Email"];
        };
        SenderPatch: {
            name?: string;
            replyTo?: components["schemas"]["Email"];
        };
        WorkspaceInput: {
            name: string;
            slug?: components["schemas"]["Slug"];
            timeZone?: components["schemas"]["TimeZone"];
            locale?: components["schemas"]["Locale"];
            currency?: components["schemas"]["Currency"];
        };
        WorkspacePatch: {
            name?: string;
            slug?: components["schemas"]["Slug"];
            timeZone?: components["schemas"]["TimeZone"];
            locale?: components["schemas"]["Locale"];
            currency?: components["schemas"]["Currency"];
            brand?: components["schemas"]["BrandPatch"];
            sender?: components["schemas"]["SenderPatch"];
            notificationEmail?: components["schemas"]["Email"];
            custom?: components["schemas"]["Custom"];
        };
        Workspace: {
            id: string;
            name: string;
            slug: components["schemas"]["Slug"];
            mode: components["schemas"]["WorkspaceMode"];
            twinSlug: components["schemas"]["Slug"];
            timeZone: components["schemas"]["TimeZone"];
            locale: components["schemas"]["Locale"];
            currency: components["schemas"]["Currency"];
            brand: components["schemas"]["Brand"];
            sender: components["schemas"]["Sender"];
            notificationEmail: components["schemas"]["Email"];
            custom: components["schemas"]["Custom"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        PublicWorkspace: {
            name: string;
            slug: components["schemas"]["Slug"];
            locale: components["schemas"]["Locale"];
            timeZone: components["schemas"]["TimeZone"];
            currency: components["schemas"]["Currency"];
            mode: components["schemas"]["WorkspaceMode"];
            brand: components["schemas"]["PublicBrand"];
        };
        PublicBrand: {
            accent: components["schemas"]["HexColor"];
            radius: number;
            logoUrl: string | null;
        };
        /** @enum {string} */
        ApiKeyKind: "publishable" | "secret";
        /**
         * Format: web-origin
         * @description Scheme, host and port; the first label may be `*`.
         * @example https://www.lumenandoak.example
         */
        Origin: string;
        /** @enum {string} */
        Scope: "workspace:read" | "workspace:write" | "apiKeys:read" | "files:read" | "files:write" | "changes:read" | "notes:read" | "notes:write" | "leadForms:read" | "leadForms:write" | "leads:read" | "leads:write" | "events:read";
        ApiKey: {
            id: string;
            kind: components["schemas"]["ApiKeyKind"];
            name: string;
            /** @description The whole key if publishable; null if secret. */
            value: string | null;
            /** @description Beginning and end of the key, to recognise it by. */
            hint: string;
            /** @description Where a publishable key may be used from; empty means anywhere. */
            origins: components["schemas"]["Origin"][];
            /** @description What a secret key may do. */
            scopes: components["schemas"]["Scope"][];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            version: number;
        };
        ApiKeyInput: {
            kind: components["schemas"]["ApiKeyKind"];
            name: string;
            origins?: components["schemas"]["Origin"][];
            scopes?: components["schemas"]["Scope"][];
        };
        ApiKeyPatch: {
            name?: string;
            origins?: components["schemas"]["Origin"][];
            scopes?: components["schemas"]["Scope"][];
        };
        CreatedApiKey: {
            apiKey: components["schemas"]["ApiKey"];
            /** @description The whole key. A secret key is never shown again. */
            key: string;
        };
        ChallengeInput: {
            /** @enum {string} */
            operation: "leads.create";
            /** @description The form's id or `default`. */
            formId: string;
        };
        Challenge: {
            /** @description The challenge as JSON text, to be solved by altcha-lib. */
            challenge: string;
            /**
             * Format: date-time
             * @description A solution sent before this instant is refused as too fast.
             */
            notBefore: string;
            /** Format: date-time */
            expiresAt: string;
        };
        File: {
            id: string;
            /** @enum {string} */
            purpose: "logo" | "attachment";
            name: string;
            contentType: string;
            /** @description Bytes. */
            size: number;
            url: string;
            /**
             * Format: date-time
             * @description Null if the address lasts.
             */
            urlExpiresAt: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        Actor: {
            /** @enum {string} */
            kind: "user" | "key" | "visitor" | "system";
            id: string | null;
            name: string | null;
        };
        FieldChange: {
            field: string;
            /** @description The former value; null if there was none. */
            before: unknown;
            /** @description The new value. */
            after: unknown;
        };
        Change: {
            id: string;
            /** @description The record's id. */
            subject: string;
            /** @example updated */
            action: string;
            actor: components["schemas"]["Actor"];
            /** Format: date-time */
            at: string;
            reason: string | null;
            fields: components["schemas"]["FieldChange"][];
        };
        NoteInput: {
            /** @description The id of the record the note is about. */
            subject: string;
            body: string;
            custom?: components["schemas"]["Custom"];
        };
        NotePatch: {
            body?: string;
            custom?: components["schemas"]["Custom"];
        };
        Note: {
            id: string;
            subject: string;
            body: string;
            author: components["schemas"]["Actor"];
            custom: components["schemas"]["Custom"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        /** @enum {string} */
        LeadFieldType: "text" | "longText" | "email" | "phone" | "date" | "number" | "choice" | "choices" | "yesNo" | "budget";
        /**
         * @description A field with one of the keys `name`, `email`, `phone`, `projectType`, `eventDate`, `place`, `guestCount`,
         *     `budget`, `message` or `heardFrom` fills that part of the lead; any other key is the studio's own question.
         */
        LeadFormField: {
            key: string;
            type: components["schemas"]["LeadFieldType"];
            label: string;
            hint?: string;
            /** @default false */
            required: boolean;
            options?: string[];
        };
        LeadFormConsent: {
            emailText: string;
            /** @description Null if the studio asks for no consent to texts. */
            smsText: string | null;
            /** @description Grows by itself when a text changes. */
            textVersion: number;
        };
        LeadFormConsentInput: {
            emailText?: string;
            smsText?: string | null;
        };
        LeadFormThanks: {
            title: string;
            message: string;
        };
        LeadFormAutoReply: {
            enabled: boolean;
            subject: string;
            /** @description `{name}` and `{studio}` are filled in. */
            message: string;
        };
        LeadFormInput: {
            /** @description For the studio's eyes. */
            name: string;
            title?: string;
            intro?: string | null;
            submitLabel?: string;
            fields: components["schemas"]["LeadFormField"][];
            consent?: components["schemas"]["LeadFormConsentInput"];
            thanks?: components["schemas"]["LeadFormThanks"];
            autoReply?: components["schemas"]["LeadFormAutoReply"];
            custom?: components["schemas"]["Custom"];
        };
        LeadFormPatch: {
            name?: string;
            title?: string;
            intro?: string | null;
            submitLabel?: string;
            fields?: components["schemas"]["LeadFormField"][];
            consent?: components["schemas"]["LeadFormConsentInput"];
            thanks?: components["schemas"]["LeadFormThanks"];
            autoReply?: components["schemas"]["LeadFormAutoReply"];
            custom?: components["schemas"]["Custom"];
        };
        LeadForm: {
            id: string;
            name: string;
            title: string;
            intro: string | null;
            submitLabel: string;
            fields: components["schemas"]["LeadFormField"][];
            consent: components["schemas"]["LeadFormConsent"];
            thanks: components["schemas"]["LeadFormThanks"];
            autoReply: components["schemas"]["LeadFormAutoReply"];
            custom: components["schemas"]["Custom"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        PublicLeadForm: {
            id: string;
            title: string;
            intro: string | null;
            submitLabel: string;
            fields: components["schemas"]["LeadFormField"][];
            consent: components["schemas"]["LeadFormConsent"];
        };
        /** @enum {string} */
        LeadMeaning: "new" | "contacted" | "consulting" | "proposed";
        /** @enum {string} */
        LeadStatus: "open" | "won" | "lost" | "spam";
        LeadStage: {
            id: string;
            name: string;
            meaning: components["schemas"]["LeadMeaning"];
        };
        LeadStageInput: {
            /** @description Left out for a new stage. */
            id?: string;
            name: string;
            meaning: components["schemas"]["LeadMeaning"];
        };
        LeadPipeline: {
            stages: components["schemas"]["LeadStage"][];
            lostReasons: string[];
            version: number;
        };
        LeadPipelinePatch: {
            stages?: components["schemas"]["LeadStageInput"][];
            lostReasons?: string[];
        };
        /** @description Integers in the currency's minor unit. */
        Budget: {
            min?: number | null;
            max?: number | null;
            currency: components["schemas"]["Currency"];
        };
        Answer: {
            key: string;
            /** @description The question as it was asked. */
            label: string;
            value: components["schemas"]["AnswerValue"];
        };
        AnswerInput: {
            key: string;
            value: components["schemas"]["AnswerValue"];
        };
        AnswerValue: string | number | boolean | string[] | null;
        ConsentInput: {
            email: boolean;
            sms: boolean;
            textVersion: number;
        };
        Consent: {
            email: boolean;
            sms: boolean;
            textVersion: number;
            /** Format: date-time */
            at: string;
        };
        LeadSource: {
            /** @enum {string} */
            kind: "widget" | "page" | "api" | "manual";
            pageUrl: string | null;
            campaign: {
                [key: string]: string;
            };
        };
        /**
         * @description An enquiry has an e-mail address, a phone number or both.
         * @example {
         *       "name": "Ana Ruiz",
         *       "email": "ana@example.com",
         *       "projectType": "Wedding",
         *       "eventDate": "2027-06-12",
         *       "message": "We marry in June by the lake."
         *     }
         */
        LeadInput: {
            formId?: string;
            name: string;
            email?: components["schemas"]["Email"];
            phone?: components["schemas"]["Phone"];
            projectType?: string;
            /** Format: date */
            eventDate?: string;
            dateUndecided?: boolean;
            dateFlexible?: boolean;
            place?: string;
            guestCount?: number;
            budget?: components["schemas"]["Budget"];
            message?: string;
            heardFrom?: string;
            answers?: components["schemas"]["AnswerInput"][];
            consent?: components["schemas"]["ConsentInput"];
            pageUrl?: string;
            utm?: {
                [key: string]: string;
            };
            /** @description Staff only: the stage to start in. */
            stageId?: string;
            custom?: components["schemas"]["Custom"];
        };
        LeadPatch: {
            name?: string;
            /** Format: email */
            email?: string | null;
            /** Format: phone */
            phone?: string | null;
            projectType?: string | null;
            /** Format: date */
            eventDate?: string | null;
            dateUndecided?: boolean;
            dateFlexible?: boolean;
            place?: string | null;
            guestCount?: number | null;
            budget?: {
                min?: number | null;
                max?: number | null;
                currency?: components["schemas"]["Currency"];
            } | null;
            message?: string | null;
            heardFrom?: string | null;
            rating?: number | null;
            /** @description Per cent. */
            confidence?: number | null;
            /** Format: date */
            decideBy?: string | null;
            custom?: components["schemas"]["Custom"];
        };
        CreatedLead: {
            id: string;
            thanks: components["schemas"]["LeadFormThanks"] | null;
            /** @description The whole lead; null for a visitor. */
            lead: components["schemas"]["Lead"] | null;
        };
        Lead: {
            /** @example lead_01jd3x3k1fek6vw2bqk5yj7c9n */
            id: string;
            formId: string | null;
            name: string;
            email: string | null;
            /** @description E.164. */
            phone: string | null;
            projectType: string | null;
            /** Format: date */
            eventDate: string | null;
            dateUndecided: boolean;
            dateFlexible: boolean;
            place: string | null;
            guestCount: number | null;
            budget: components["schemas"]["Budget"] | null;
            message: string | null;
            heardFrom: string | null;
            answers: components["schemas"]["Answer"][];
            consent: components["schemas"]["Consent"] | null;
            source: components["schemas"]["LeadSource"];
            status: components["schemas"]["LeadStatus"];
            /** @description The stage it is in, or was in when it was closed. */
            stageId: string;
            stage: components["schemas"]["LeadMeaning"];
            lostReason: string | null;
            rating: number | null;
            confidence: number | null;
            /** Format: date */
            decideBy: string | null;
            /** @description Open and untouched for seven days. */
            stale: boolean;
            /** Format: date-time */
            lastActivityAt: string;
            custom: components["schemas"]["Custom"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            deletedAt: string | null;
            version: number;
        };
        LeadMove: components["schemas"]["LeadMoveOpen"] | components["schemas"]["LeadMoveWon"] | components["schemas"]["LeadMoveLost"] | components["schemas"]["LeadMoveSpam"];
        LeadMoveOpen: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            status: "open";
            /** @description Left out to reopen in the former stage. */
            stageId?: string;
        };
        LeadMoveWon: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            status: "won";
        };
        LeadMoveLost: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            status: "lost";
            lostReason: string;
        };
        LeadMoveSpam: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            status: "spam";
        };
        LeadSummary: {
            stages: {
                stageId: string;
                count: number;
            }[];
            open: number;
            won: number;
            lost: number;
            spam: number;
            newThisWeek: number;
        };
        TimelineEntry: {
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "change" | "note" | "mail";
            actor: components["schemas"]["Actor"];
            /** @description What happened, such as `created`, `moved`, `updated`, `mail_sent`. */
            action: string;
            fields: components["schemas"]["FieldChange"][];
            note: components["schemas"]["Note"] | null;
        };
        /** @enum {string} */
        EventType: "lead.created" | "lead.updated" | "lead.moved" | "lead.won" | "lead.lost" | "lead.spam" | "lead.reopened" | "lead.deleted" | "lead.restored" | "note.created" | "note.updated" | "note.deleted" | "lead_form.created" | "lead_form.updated" | "lead_form.deleted" | "lead_pipeline.updated" | "workspace.updated" | "api_key.created" | "api_key.updated" | "api_key.revoked";
        Event: {
            /** @example evt_01jd3x3k1fek6vw2bqk5yj7c9n */
            id: string;
            type: components["schemas"]["EventType"];
            /** Format: date-time */
            createdAt: string;
            /** @description Per workspace, gapless, in commit order. */
            sequence: number;
            data: components["schemas"]["EventData"];
        };
        /** @description Ids, the names of changed fields, and what a thin receiver needs. */
        EventData: {
            /** @description The record's id. */
            id: string;
            /** @description Of a note: the record it is about. */
            subject?: string;
            changed?: string[];
            status?: components["schemas"]["LeadStatus"];
            stageId?: string;
            formId?: string | null;
            version?: number;
        };
    };
    responses: {
        /** @description The body or address can't be read: broken JSON, UTF-8 or percent-encoding. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No credential, or one that is not valid any more. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The credential may not do this here. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such object in this workspace. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The state does not allow it now, or a request with this Idempotency-Key is under way. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The object has changed since; read it again. */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than the operation takes. */
        ContentTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of another content type. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not fit the contract; `errors` says where. */
        UnprocessableContent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description If-Match is missing. */
        PreconditionRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests; Retry-After says when to come back. */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Anything else that went wrong; nothing internal is told. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        apiKeyId: string;
        eventId: string;
        fileId: string;
        leadFormId: string;
        leadId: string;
        noteId: string;
        sessionId: string;
        /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
        idempotencyKey: string;
        /** @description The version you read, quoted. A secret key may send `*`. */
        ifMatch: string;
        /** @description The solution of a challenge, as altcha-lib writes it. Needed with a publishable key. */
        proof: string;
        /** @description The sequence last seen. */
        lastEventId: string;
        /** @description Objects a page. */
        limit: number;
        /** @description The `next` of the page before. */
        after: string;
    };
    requestBodies: never;
    headers: {
        /** @description The version of the object, quoted. */
        ETag: string;
        /** @description The next page, as rel="next". */
        Link: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "account.register": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "account.previewRegistration": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenInput"];
            };
        };
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationPreview"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "account.verifyEmail": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifiedAccount"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "account.requestPasswordReset": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailInput"];
            };
        };
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "account.resetPassword": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "account.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "account.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The version you read, quoted. A secret key may send `*`. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["AccountPatch"];
            };
        };
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "sessions.list": {
        parameters: {
            query?: {
                /** @description Objects a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                after?: components["parameters"]["after"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Session"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "sessions.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "workspaces.list": {
        parameters: {
            query?: {
                /** @description Objects a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                after?: components["parameters"]["after"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WorkspaceSummary"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "workspaces.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkspaceInput"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "workspace.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "workspace.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The version you read, quoted. A secret key may send `*`. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["WorkspacePatch"];
            };
        };
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "workspace.public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicWorkspace"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "apiKeys.list": {
        parameters: {
            query?: {
                /** @description Objects a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                after?: components["parameters"]["after"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApiKey"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "apiKeys.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyInput"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "apiKeys.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                apiKeyId: components["parameters"]["apiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "apiKeys.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The version you read, quoted. A secret key may send `*`. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                apiKeyId: components["parameters"]["apiKeyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ApiKeyPatch"];
            };
        };
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "apiKeys.revoke": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                apiKeyId: components["parameters"]["apiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "challenges.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChallengeInput"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Challenge"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "files.create": {
        parameters: {
            query: {
                /** @description What the file is for. A logo can be read by anyone who knows its address. */
                purpose: "logo" | "attachment";
                /** @description The file's name as people see it. */
                name?: string;
            };
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/png": string;
                "image/jpeg": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "files.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: components["parameters"]["fileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "changes.list": {
        parameters: {
            query?: {
                /** @description Objects a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                after?: components["parameters"]["after"];
                /** @description Only changes of this record, by its id. */
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Change"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "notes.list": {
        parameters: {
            query: {
                /** @description Objects a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                after?: components["parameters"]["after"];
                /** @description The record's id. */
                subject: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Note"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "notes.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteInput"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "notes.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                noteId: components["parameters"]["noteId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "notes.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                noteId: components["parameters"]["noteId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "notes.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The version you read, quoted. A secret key may send `*`. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                noteId: components["parameters"]["noteId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["NotePatch"];
            };
        };
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "leadForms.list": {
        parameters: {
            query?: {
                /** @description Objects a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                after?: components["parameters"]["after"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LeadForm"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "leadForms.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeadFormInput"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadForm"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "leadForms.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                leadFormId: components["parameters"]["leadFormId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadForm"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "leadForms.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                leadFormId: components["parameters"]["leadFormId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "leadForms.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The version you read, quoted. A secret key may send `*`. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                leadFormId: components["parameters"]["leadFormId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["LeadFormPatch"];
            };
        };
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadForm"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "leadForms.public": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                leadFormId: components["parameters"]["leadFormId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicLeadForm"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "leadPipeline.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadPipeline"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "leadPipeline.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The version you read, quoted. A secret key may send `*`. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["LeadPipelinePatch"];
            };
        };
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadPipeline"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "leads.list": {
        parameters: {
            query?: {
                /** @description Objects a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                after?: components["parameters"]["after"];
                /** @description Words or beginnings of words, in any field; accents and case do not matter. */
                q?: string;
                /** @description Only leads of this status. */
                status?: components["schemas"]["LeadStatus"];
                /** @description Only leads in this stage. */
                stageId?: string;
                /** @description Only leads from this form. */
                formId?: string;
                /** @description Only leads of this kind of job. */
                projectType?: string;
                /** @description Only leads created at this instant or later. */
                createdFrom?: string;
                /** @description Only leads created before this instant. */
                createdTo?: string;
                /** @description Only deleted leads that can still be restored. */
                deleted?: boolean;
                /** @description Newest first, or oldest first. */
                order?: "newest" | "oldest";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Lead"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "leads.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /** @description The solution of a challenge, as altcha-lib writes it. Needed with a publishable key. */
                "Alloza-Proof"?: components["parameters"]["proof"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeadInput"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedLead"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "leads.summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadSummary"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "leads.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                leadId: components["parameters"]["leadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "leads.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                leadId: components["parameters"]["leadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "leads.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The version you read, quoted. A secret key may send `*`. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                leadId: components["parameters"]["leadId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["LeadPatch"];
            };
        };
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "leads.restore": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                leadId: components["parameters"]["leadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "leads.move": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                leadId: components["parameters"]["leadId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeadMove"];
            };
        };
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "leads.timeline": {
        parameters: {
            query?: {
                /** @description Objects a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                after?: components["parameters"]["after"];
            };
            header?: never;
            path: {
                leadId: components["parameters"]["leadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TimelineEntry"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "events.list": {
        parameters: {
            query?: {
                /** @description Objects a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                after?: components["parameters"]["after"];
                /** @description Only events of this type. */
                type?: components["schemas"]["EventType"];
                /** @description Only events of this lead. */
                leadId?: string;
                /** @description Only events with a higher sequence. */
                afterSequence?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Event"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "events.stream": {
        parameters: {
            query?: never;
            header?: {
                /** @description The sequence last seen. */
                "Last-Event-ID"?: components["parameters"]["lastEventId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream; it stays open. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "events.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: components["parameters"]["eventId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "on.lead.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not a valid signature. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.lead.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not a valid signature. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.lead.moved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not a valid signature. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.lead.won": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not a valid signature. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.lead.lost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not a valid signature. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.lead.spam": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not a valid signature. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.lead.reopened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not a valid signature. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.lead.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not a valid signature. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.lead.restored": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not a valid signature. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.note.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not a valid signature. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.note.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not a valid signature. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.note.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not a valid signature. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.lead_form.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not a valid signature. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.lead_form.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not a valid signature. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.lead_form.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not a valid signature. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.lead_pipeline.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not a valid signature. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.workspace.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not a valid signature. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.api_key.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not a valid signature. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.api_key.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not a valid signature. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.api_key.revoked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not a valid signature. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
