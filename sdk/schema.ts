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
    "/v1/account/unlink-google": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop signing in with Google
         * @description Only with a password set: an account keeps a way in.
         */
        post: operations["account.unlinkGoogle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/v1/api-keys/{apiKeyId}/rotate": {
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
        /**
         * Replace the text of a key
         * @description The new key is shown once if it is secret, in this answer. The former one works on until the overlap ends, which
         *     the key shows as `formerWorksUntil`; one that was replaced before ends now. Only owners replace secret keys.
         */
        post: operations["apiKeys.rotate"];
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
        /**
         * Who wrote what, when
         * @description Newest first. A member is told of leads, clients, projects, tasks, notes and the studio's settings; what only managers see is left out, and so are amounts for those who don't see money.
         */
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
    "/v1/leads/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The leads of a list as CSV
         * @description As `clients.export`.
         */
        get: operations["leads.export"];
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
         *     id you saw as `Last-Event-ID` to resume without a gap. A member limited to own jobs is sent the events of these
         *     and of their clients; a job that they are taken off sends them one last event.
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
    "/v1/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People and companies the studio works with */
        get: operations["clients.list"];
        put?: never;
        /**
         * Add a client
         * @description An e-mail address belongs to one client of the studio.
         */
        post: operations["clients.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tags in use, with how many clients bear each */
        get: operations["clients.tags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pairs of clients that look like the same person */
        get: operations["clients.duplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The clients of a list as CSV
         * @description UTF-8 with a row a client, as they are at one moment. The columns are those that `imports.create` reads: an export
         *     can be imported again. Cells that a spreadsheet would run as a formula begin with an apostrophe, which an import takes
         *     away.
         */
        get: operations["clients.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: components["parameters"]["clientId"];
            };
            cookie?: never;
        };
        /** One client */
        get: operations["clients.get"];
        put?: never;
        post?: never;
        /** Delete a client; it can be restored for 30 days */
        delete: operations["clients.delete"];
        options?: never;
        head?: never;
        /** Change a client */
        patch: operations["clients.update"];
        trace?: never;
    };
    "/v1/clients/{clientId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: components["parameters"]["clientId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a deleted client */
        post: operations["clients.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: components["parameters"]["clientId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge another client into this one
         * @description The client of the path survives; what hangs on the other moves to it. With `dryRun` nothing is written and the
         *     answer shows what would come of it. A merge can be undone while the other client is not purged.
         */
        post: operations["clients.merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: components["parameters"]["clientId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a merge
         * @description Both clients get back what they had; what was edited since stays with the survivor.
         */
        post: operations["clients.unmerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: components["parameters"]["clientId"];
            };
            cookie?: never;
        };
        /** Everything that touched the client, newest first */
        get: operations["clients.timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/saved-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The studio's saved filters */
        get: operations["savedViews.list"];
        put?: never;
        /** Save a filter under a name */
        post: operations["savedViews.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/saved-views/{savedViewId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                savedViewId: components["parameters"]["savedViewId"];
            };
            cookie?: never;
        };
        /** One saved filter */
        get: operations["savedViews.get"];
        put?: never;
        post?: never;
        /** Remove a saved filter */
        delete: operations["savedViews.delete"];
        options?: never;
        head?: never;
        /** Change a saved filter */
        patch: operations["savedViews.update"];
        trace?: never;
    };
    "/v1/leads/{leadId}/convert": {
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
        /**
         * Make or join the client and the project of a lead
         * @description Happens once: of two triggers at the same time both get the same client and project, and a lead that was
         *     converted answers what it became. The lead is won and stays linked.
         */
        post: operations["leads.convert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/project-pipeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stages of projects */
        get: operations["projectPipeline.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename, add, order or remove stages */
        patch: operations["projectPipeline.update"];
        trace?: never;
    };
    "/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs */
        get: operations["projects.list"];
        put?: never;
        /** Open a project */
        post: operations["projects.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many projects are in each stage */
        get: operations["projects.summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The projects of a list as CSV
         * @description As `clients.export`.
         */
        get: operations["projects.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: components["parameters"]["projectId"];
            };
            cookie?: never;
        };
        /** One project */
        get: operations["projects.get"];
        put?: never;
        post?: never;
        /** Delete a project; it can be restored for 30 days */
        delete: operations["projects.delete"];
        options?: never;
        head?: never;
        /**
         * Change a project
         * @description Tasks that are due relative to its dates move with them.
         */
        patch: operations["projects.update"];
        trace?: never;
    };
    "/v1/projects/{projectId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: components["parameters"]["projectId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a deleted project */
        post: operations["projects.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/move": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: components["parameters"]["projectId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a project to another stage, postpone it or cancel it */
        post: operations["projects.move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: components["parameters"]["projectId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a project out of the lists, or bring it back */
        post: operations["projects.archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: components["parameters"]["projectId"];
            };
            cookie?: never;
        };
        /** All that happened to the project, newest first */
        get: operations["projects.timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/apply-task-template": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: components["parameters"]["projectId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add the tasks of a template */
        post: operations["projects.applyTaskTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tasks of projects, the soonest due first
         * @description Those of archived and cancelled projects are listed only with `projectId`.
         */
        get: operations["tasks.list"];
        put?: never;
        /** Add a task to a project */
        post: operations["tasks.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: components["parameters"]["taskId"];
            };
            cookie?: never;
        };
        /** One task */
        get: operations["tasks.get"];
        put?: never;
        post?: never;
        /** Remove a task */
        delete: operations["tasks.delete"];
        options?: never;
        head?: never;
        /** Change a task, or mark it done */
        patch: operations["tasks.update"];
        trace?: never;
    };
    "/v1/task-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists of tasks that projects start with */
        get: operations["taskTemplates.list"];
        put?: never;
        /** Make a task template */
        post: operations["taskTemplates.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/task-templates/{taskTemplateId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskTemplateId: components["parameters"]["taskTemplateId"];
            };
            cookie?: never;
        };
        /** One task template */
        get: operations["taskTemplates.get"];
        put?: never;
        post?: never;
        /** Remove a task template */
        delete: operations["taskTemplates.delete"];
        options?: never;
        head?: never;
        /**
         * Change a task template
         * @description Projects that used it keep their tasks as they are.
         */
        patch: operations["taskTemplates.update"];
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports of the studio, newest first */
        get: operations["imports.list"];
        put?: never;
        /**
         * Upload a CSV file to import
         * @description The first row names the columns. UTF-8, UTF-16 or Windows-1252; separated by commas, semicolons or tabs; 20 MiB at
         *     most. Nothing is imported yet: the answer shows the columns with the fields that their names suggest. The file itself is
         *     not kept, its rows are, until the import is deleted.
         */
        post: operations["imports.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: components["parameters"]["importId"];
            };
            cookie?: never;
        };
        /** One import, with its progress */
        get: operations["imports.get"];
        put?: never;
        post?: never;
        /**
         * Delete an import with its rows
         * @description What it has imported stays, and can no longer be undone.
         */
        delete: operations["imports.delete"];
        options?: never;
        head?: never;
        /**
         * Change what columns fill, or what happens to rows that are there already
         * @description An import that was checked has to be checked again.
         */
        patch: operations["imports.update"];
        trace?: never;
    };
    "/v1/imports/{importId}/check": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: components["parameters"]["importId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what every row will do, without doing it */
        post: operations["imports.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{importId}/run": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: components["parameters"]["importId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do what the check said
         * @description Every row is looked at again; it does what fits when its turn comes. A run that was cancelled or has failed goes on where it stopped.
         */
        post: operations["imports.run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{importId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: components["parameters"]["importId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a check or a run
         * @description What was imported until then stays; `imports.undo` takes it back, `imports.run` goes on.
         */
        post: operations["imports.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{importId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: components["parameters"]["importId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an import back
         * @description Deletes what it made and restores the fields that it changed. What was edited since stays, and its row says so.
         */
        post: operations["imports.undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{importId}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: components["parameters"]["importId"];
            };
            cookie?: never;
        };
        /** The rows of an import, in the order of the file */
        get: operations["imports.rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the password
         * @description Ends every other session and tells the account's address. Ten wrong passwords in 15 minutes are too many.
         */
        post: operations["account.changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/change-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to change the e-mail address
         * @description Mails a link to the new address and a notice to the present one. Once the password fits it always answers 202,
         *     whether or not the new address has an account.
         */
        post: operations["account.changeEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/confirm-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the new e-mail address with the token of the mail
         * @description Ends every session of the account but the one that confirms, and tells the former address.
         */
        post: operations["account.confirmEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works in the studio */
        get: operations["members.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["memberId"];
            };
            cookie?: never;
        };
        /** One member */
        get: operations["members.get"];
        put?: never;
        post?: never;
        /**
         * Take a member out of the studio
         * @description Their access ends at once. Managers remove members, owners anybody.
         */
        delete: operations["members.remove"];
        options?: never;
        head?: never;
        /**
         * Change a member's role and what they see
         * @description Managers set what members see; only the owner changes roles. Nobody becomes an owner this way, see
         *     `members.transferOwnership`. Managers and owners see everything, so their switches can't be set.
         */
        patch: operations["members.update"];
        trace?: never;
    };
    "/v1/members/{memberId}/transfer-ownership": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["memberId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand the studio over
         * @description The member becomes its owner, the caller a manager. Asks for the caller's password; whoever signs in with Google
         *     alone sets one by mail first. The test workspace beside the studio has a team of its own, and is handed over by
         *     itself.
         */
        post: operations["members.transferOwnership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave the studio */
        post: operations["members.leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The studio's connections to other services
         * @description One for each service, connected or not: Google for calendars and mail, Instagram for messages, Stripe for payments.
         */
        get: operations["connections.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{connectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: components["parameters"]["connectionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Disconnect a service
         * @description Forgets its tokens at once.
         */
        delete: operations["connections.disconnect"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that are still open */
        get: operations["invitations.list"];
        put?: never;
        /**
         * Invite somebody to the studio
         * @description Bound to the address invited, for seven days; a newer invitation of the same address voids the older one.
         *     Managers invite members, owners managers too.
         */
        post: operations["invitations.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitationId: components["parameters"]["invitationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back */
        delete: operations["invitations.revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an invitation offers */
        post: operations["invitations.view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join the studio
         * @description A person who has an account signs in with the address invited first. Somebody new gives a name and a password;
         *     the link has proven the address.
         */
        post: operations["invitations.accept"];
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
    "api_key.rotated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Api key rotated */
        post: operations["on.api_key.rotated"];
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
    "client.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Client created */
        post: operations["on.client.created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "client.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Client updated */
        post: operations["on.client.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "client.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Client deleted */
        post: operations["on.client.deleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "client.restored": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Client restored */
        post: operations["on.client.restored"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "client.merged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Client merged */
        post: operations["on.client.merged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "client.unmerged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Client unmerged */
        post: operations["on.client.unmerged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "lead.converted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lead converted */
        post: operations["on.lead.converted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "project.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Project created */
        post: operations["on.project.created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "project.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Project updated */
        post: operations["on.project.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "project.moved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Project moved */
        post: operations["on.project.moved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "project.postponed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Project postponed */
        post: operations["on.project.postponed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "project.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Project cancelled */
        post: operations["on.project.cancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "project.archived": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Project archived */
        post: operations["on.project.archived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "project.unarchived": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Project unarchived */
        post: operations["on.project.unarchived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "project.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Project deleted */
        post: operations["on.project.deleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "project.restored": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Project restored */
        post: operations["on.project.restored"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "project_pipeline.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Project pipeline updated */
        post: operations["on.project_pipeline.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "task.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Task created */
        post: operations["on.task.created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "task.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Task updated */
        post: operations["on.task.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "task.done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Task done */
        post: operations["on.task.done"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "task.reopened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Task reopened */
        post: operations["on.task.reopened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "task.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Task deleted */
        post: operations["on.task.deleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "task_template.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Task template created */
        post: operations["on.task_template.created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "task_template.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Task template updated */
        post: operations["on.task_template.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "task_template.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Task template deleted */
        post: operations["on.task_template.deleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "saved_view.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Saved view created */
        post: operations["on.saved_view.created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "saved_view.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Saved view updated */
        post: operations["on.saved_view.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "saved_view.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Saved view deleted */
        post: operations["on.saved_view.deleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "import.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import created */
        post: operations["on.import.created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "import.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import updated */
        post: operations["on.import.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "import.checked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import checked */
        post: operations["on.import.checked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "import.finished": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import finished */
        post: operations["on.import.finished"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "import.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import cancelled */
        post: operations["on.import.cancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "import.undone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import undone */
        post: operations["on.import.undone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "import.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import failed */
        post: operations["on.import.failed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "import.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import deleted */
        post: operations["on.import.deleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.joined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Member joined */
        post: operations["on.member.joined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Member updated */
        post: operations["on.member.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.removed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Member removed */
        post: operations["on.member.removed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "invitation.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invitation created */
        post: operations["on.invitation.created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "invitation.revoked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invitation revoked */
        post: operations["on.invitation.revoked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "connection.connected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Connection made */
        post: operations["on.connection.connected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "connection.reconnect_needed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Connection no longer works and has to be made again */
        post: operations["on.connection.reconnect_needed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "connection.disconnected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Connection ended */
        post: operations["on.connection.disconnected"];
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
        ProblemCode: "already_member" | "body_too_large" | "client_not_found" | "credential_not_allowed" | "csrf_refused" | "csv_unreadable" | "email_taken" | "file_not_found" | "file_type_mismatch" | "forbidden" | "form_not_found" | "idempotency_key_in_use" | "idempotency_key_reused" | "if_match_required" | "internal_error" | "invalid_encoding" | "invalid_json" | "invalid_request" | "invalid_transition" | "key_revoked" | "last_form" | "last_owner" | "mapping_incomplete" | "member_not_found" | "merge_final" | "merge_impossible" | "merge_not_found" | "merged" | "method_not_allowed" | "not_deleted" | "not_found" | "only_sign_in" | "origin_not_allowed" | "password_missing" | "password_wrong" | "project_not_found" | "proof_invalid" | "proof_required" | "proof_spent" | "rate_limited" | "secret_key_in_browser" | "sign_in_required" | "slug_taken" | "stage_in_use" | "stage_not_found" | "subject_not_found" | "task_template_not_found" | "token_invalid" | "too_fast" | "too_many_invitations" | "unauthenticated" | "unavailable" | "unsupported_media_type" | "version_stale" | "wrong_account";
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
            /** @description Whether the person can sign in with a password. */
            hasPassword: boolean;
            /** @description The address of the Google account that signs in, if one does. */
            googleEmail: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
            workspaces: components["schemas"]["WorkspaceSummary"][];
        };
        Connection: {
            /** @description Null while disconnected. */
            id: string | null;
            /** @enum {string} */
            provider: "google" | "instagram" | "stripe";
            /** @enum {string} */
            status: "disconnected" | "connected" | "reconnect_needed";
            /** @description Whose account it is there, an address or a name. */
            account: string | null;
            /** @description What was agreed to. */
            scopes: string[];
            /** Format: date-time */
            connectedAt: string | null;
            /** Format: date-time */
            lastSyncAt: string | null;
            /** @description A stable code of what went wrong last, null once it works again. */
            lastError: string | null;
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
            /** @description The person as a member of it: who tasks are assigned to. */
            memberId: string;
            /** @description Sees the jobs they are assigned to and no others. */
            ownJobsOnly: boolean;
            seesMoney: boolean;
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
        Scope: "workspace:read" | "workspace:write" | "apiKeys:read" | "files:read" | "files:write" | "changes:read" | "notes:read" | "notes:write" | "leadForms:read" | "leadForms:write" | "leads:read" | "leads:write" | "events:read" | "clients:read" | "clients:write" | "projects:read" | "projects:write" | "members:read" | "imports:read" | "imports:write";
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
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description Until when the text it had before is accepted too; null if it was never replaced.
             */
            formerWorksUntil: string | null;
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
        KeyRotation: {
            /**
             * @description How long the former text works on.
             * @default 1440
             */
            overlapMinutes: number;
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
        /** @enum {string} */
        ChangeResource: "leads" | "clients" | "projects" | "tasks" | "notes" | "leadForms" | "taskTemplates" | "savedViews" | "apiKeys" | "connections" | "imports" | "members" | "invitations" | "workspace";
        Change: {
            id: string;
            /** @description The record's id. */
            subject: string;
            /** @description Where it is seen: the project of a task, what a note is about, any other record itself. Null if that is gone. */
            record: string | null;
            /** @example updated */
            action: string;
            actor: components["schemas"]["Actor"];
            /** Format: date-time */
            at: string;
            reason: string | null;
            fields: components["schemas"]["FieldChange"][];
            /** @description What the records mentioned here are called now, by their ids: stages, members, clients. What is gone has no name. */
            names: {
                [key: string]: string;
            };
        };
        NoteInput: {
            /** @description The id of the record the note is about. */
            subject: string;
            body: string;
            mentions?: components["schemas"]["Mentions"];
            custom?: components["schemas"]["Custom"];
        };
        /** @description Ids of members; they are told by mail. */
        Mentions: string[];
        NotePatch: {
            body?: string;
            mentions?: components["schemas"]["Mentions"];
            custom?: components["schemas"]["Custom"];
        };
        Note: {
            id: string;
            subject: string;
            body: string;
            author: components["schemas"]["Actor"];
            mentions: string[];
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
            kind: "widget" | "page" | "api" | "manual" | "import";
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
            /** @description The client it became. */
            clientId: string | null;
            /** @description The project it became. */
            projectId: string | null;
            /** @description While it is not converted: a client with the same e-mail address, whom it would join. */
            knownClientId: string | null;
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
            /** @description The record it happened to: the one asked for, or one that hangs on it. */
            subject: string;
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
        ClientKind: "person" | "company";
        /** @enum {string} */
        ContactRole: "client" | "partner" | "payer" | "planner" | "vendor" | "subject";
        ClientContactInput: {
            /** @description Left out for a new contact. */
            id?: string;
            name: string;
            /** Format: email */
            email?: string | null;
            /**
             * Format: phone
             * @description International or national form; stored as E.164.
             */
            phone?: string | null;
            role?: components["schemas"]["ContactRole"];
        };
        ClientContact: {
            /** @example con_01jd3x3k1fek6vw2bqk5yj7c9n */
            id: string;
            name: string;
            email: string | null;
            /** @description E.164. */
            phone: string | null;
            role: components["schemas"]["ContactRole"];
        };
        /** @description A postal address; every line may be left out. */
        Address: {
            /** @example Home */
            label?: string;
            line1?: string;
            line2?: string;
            city?: string;
            region?: string;
            postalCode?: string;
            /**
             * @description ISO 3166-1 alpha-2.
             * @example DE
             */
            country?: string;
        };
        ChannelConsent: {
            /** @description False once withdrawn; nothing optional is sent then. */
            given: boolean;
            /** Format: date-time */
            at: string;
            /**
             * @description Where it was given or withdrawn.
             * @enum {string}
             */
            source: "form" | "staff" | "import" | "api";
            /** @description Of the form's consent text that was agreed to. */
            textVersion: number | null;
        };
        /** @description Null where nobody has asked. */
        ClientConsents: {
            email: components["schemas"]["ChannelConsent"] | null;
            sms: components["schemas"]["ChannelConsent"] | null;
        };
        /** @description What the client has told the studio; the time and who noted it are kept. */
        ClientConsentsPatch: {
            email?: boolean;
            sms?: boolean;
        };
        Tags: string[];
        /**
         * @example {
         *       "displayName": "Ana & Luis Ruiz",
         *       "contacts": [
         *         {
         *           "name": "Ana Ruiz",
         *           "email": "ana@example.com",
         *           "role": "client"
         *         },
         *         {
         *           "name": "Luis Ruiz",
         *           "role": "partner"
         *         }
         *       ],
         *       "tags": [
         *         "wedding"
         *       ]
         *     }
         */
        ClientInput: {
            kind?: components["schemas"]["ClientKind"];
            displayName: string;
            contacts?: components["schemas"]["ClientContactInput"][];
            addresses?: components["schemas"]["Address"][];
            tags?: components["schemas"]["Tags"];
            /** @description Where the client came from. */
            source?: string | null;
            consents?: components["schemas"]["ClientConsentsPatch"];
            custom?: components["schemas"]["Custom"];
        };
        /** @description Lists are replaced whole. */
        ClientPatch: {
            kind?: components["schemas"]["ClientKind"];
            displayName?: string;
            contacts?: components["schemas"]["ClientContactInput"][];
            addresses?: components["schemas"]["Address"][];
            tags?: components["schemas"]["Tags"];
            source?: string | null;
            consents?: components["schemas"]["ClientConsentsPatch"];
            custom?: components["schemas"]["Custom"];
        };
        Client: {
            /** @example cli_01jd3x3k1fek6vw2bqk5yj7c9n */
            id: string;
            kind: components["schemas"]["ClientKind"];
            displayName: string;
            /** @description The first is the one the studio writes to. */
            contacts: components["schemas"]["ClientContact"][];
            addresses: components["schemas"]["Address"][];
            tags: string[];
            source: string | null;
            consents: components["schemas"]["ClientConsents"];
            /** @description Projects that are not deleted, of those the caller may see. */
            projectCount: number;
            /** @description The client this one was merged into. */
            mergedIntoId: string | null;
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
        ClientTags: {
            items: {
                tag: string;
                count: number;
            }[];
        };
        ClientDuplicate: {
            /** @description The older one first. */
            clients: components["schemas"]["Client"][];
            /** @description What both have in common. */
            reasons: ("phone" | "name")[];
        };
        ClientMergeInput: {
            /** @description The client that goes. */
            otherId: string;
            /** @default false */
            dryRun: boolean;
        };
        ClientMerge: {
            /** @description What `clients.unmerge` takes; null for a dry run. */
            id: string | null;
            /** @description The survivor with what it gains. */
            client: components["schemas"]["Client"];
            /** @description The client that goes. */
            other: components["schemas"]["Client"];
            /** @description What moves to the survivor. */
            moved: {
                /** @example projects */
                resource: string;
                count: number;
            }[];
        };
        ClientUnmergeInput: {
            mergeId: string;
        };
        ClientUnmerge: {
            client: components["schemas"]["Client"];
            other: components["schemas"]["Client"];
        };
        /** @enum {string} */
        SavedViewResource: "leads" | "clients" | "projects";
        /** @description The list's own query parameters by name. */
        SavedViewFilter: {
            [key: string]: string | boolean;
        };
        SavedViewInput: {
            resource: components["schemas"]["SavedViewResource"];
            name: string;
            filter: components["schemas"]["SavedViewFilter"];
        };
        SavedViewPatch: {
            name?: string;
            filter?: components["schemas"]["SavedViewFilter"];
        };
        SavedView: {
            id: string;
            resource: components["schemas"]["SavedViewResource"];
            name: string;
            filter: components["schemas"]["SavedViewFilter"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        /**
         * @description Without `clientId` the lead joins the client with its e-mail address, or makes one. Without `projectId` it makes a
         *     project, titled `title` or after the enquiry.
         */
        LeadConversionInput: {
            clientId?: string;
            projectId?: string;
            title?: string;
        };
        LeadConversion: {
            lead: components["schemas"]["Lead"];
            clientId: string;
            projectId: string;
            /** @description False if it joined one that was there. */
            madeClient: boolean;
            /** @description False if it joined one that was there. */
            madeProject: boolean;
        };
        /** @enum {string} */
        ProjectMeaning: "draft" | "booked" | "in_production" | "delivered" | "closed";
        /** @enum {string} */
        ProjectStatus: "draft" | "booked" | "in_production" | "delivered" | "closed" | "postponed" | "cancelled";
        ProjectStage: {
            id: string;
            name: string;
            meaning: components["schemas"]["ProjectMeaning"];
        };
        ProjectStageInput: {
            /** @description Left out for a new stage. */
            id?: string;
            name: string;
            meaning: components["schemas"]["ProjectMeaning"];
        };
        ProjectPipeline: {
            stages: components["schemas"]["ProjectStage"][];
            version: number;
        };
        ProjectPipelinePatch: {
            /** @description At least one of each meaning. */
            stages: components["schemas"]["ProjectStageInput"][];
        };
        ProjectDateInput: {
            /** @example Wedding */
            label: string;
            /** Format: date */
            date: string;
            /** @description In the studio's zone. */
            startTime?: string | null;
            place?: string | null;
        };
        ProjectDate: {
            label: string;
            /** Format: date */
            date: string;
            startTime: string | null;
            place: string | null;
        };
        Money: {
            /** @description In the currency's minor unit. */
            amount: number;
            currency: components["schemas"]["Currency"];
        };
        /**
         * @example {
         *       "title": "Ruiz wedding",
         *       "projectType": "Wedding",
         *       "dates": [
         *         {
         *           "label": "Wedding",
         *           "date": "2027-06-12",
         *           "startTime": "14:00",
         *           "place": "Lake house"
         *         }
         *       ],
         *       "value": {
         *         "amount": 420000,
         *         "currency": "EUR"
         *       }
         *     }
         */
        ProjectInput: {
            title: string;
            clientIds?: string[];
            memberIds?: string[];
            /** @description The stage to start in; the first draft one by default. */
            stageId?: string;
            projectType?: string | null;
            description?: string | null;
            dates?: components["schemas"]["ProjectDateInput"][];
            value?: components["schemas"]["Money"] | null;
            tags?: components["schemas"]["Tags"];
            custom?: components["schemas"]["Custom"];
        };
        /** @description Lists are replaced whole. */
        ProjectPatch: {
            title?: string;
            clientIds?: string[];
            memberIds?: string[];
            projectType?: string | null;
            description?: string | null;
            dates?: components["schemas"]["ProjectDateInput"][];
            value?: components["schemas"]["Money"] | null;
            tags?: components["schemas"]["Tags"];
            custom?: components["schemas"]["Custom"];
        };
        ProjectClient: {
            id: string;
            displayName: string;
        };
        Project: {
            /** @example proj_01jd3x3k1fek6vw2bqk5yj7c9n */
            id: string;
            title: string;
            /** @description The first is the one that pays. */
            clients: components["schemas"]["ProjectClient"][];
            memberIds: string[];
            status: components["schemas"]["ProjectStatus"];
            /** @description The stage it is in, or was in when it was postponed or cancelled. */
            stageId: string;
            stage: components["schemas"]["ProjectMeaning"];
            projectType: string | null;
            description: string | null;
            dates: components["schemas"]["ProjectDate"][];
            /**
             * Format: date
             * @description The first of its dates.
             */
            mainDate: string | null;
            /** @description Null too for those who don't see money. */
            value: components["schemas"]["Money"] | null;
            tags: string[];
            cancelReason: string | null;
            openTasks: number;
            doneTasks: number;
            /** Format: date-time */
            archivedAt: string | null;
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
        ProjectMove: components["schemas"]["ProjectMoveStage"] | components["schemas"]["ProjectMovePostpone"] | components["schemas"]["ProjectMoveCancel"];
        ProjectMoveStage: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            to: "stage";
            stageId: string;
        };
        ProjectMovePostpone: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            to: "postponed";
        };
        ProjectMoveCancel: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            to: "cancelled";
            reason: string;
        };
        ProjectArchive: {
            archived: boolean;
        };
        ProjectSummary: {
            stages: {
                stageId: string;
                count: number;
            }[];
            postponed: number;
            cancelled: number;
        };
        TaskDueRule: {
            /** @description Negative is before. */
            days: number;
            /**
             * @description The project's main date or the day the task is added.
             * @enum {string}
             */
            from: "mainDate" | "created";
        };
        /** @description A due date is given as a day or as a rule. */
        TaskInput: {
            projectId: string;
            title: string;
            /** Format: date */
            dueOn?: string | null;
            dueRule?: components["schemas"]["TaskDueRule"] | null;
            assigneeId?: string | null;
        };
        TaskPatch: {
            title?: string;
            /**
             * Format: date
             * @description A day of its own takes the rule away.
             */
            dueOn?: string | null;
            dueRule?: components["schemas"]["TaskDueRule"] | null;
            assigneeId?: string | null;
            done?: boolean;
        };
        Task: {
            /** @example task_01jd3x3k1fek6vw2bqk5yj7c9n */
            id: string;
            projectId: string;
            projectTitle: string;
            title: string;
            /**
             * Format: date
             * @description Null while its rule has no date to count from.
             */
            dueOn: string | null;
            dueRule: components["schemas"]["TaskDueRule"] | null;
            assigneeId: string | null;
            /** Format: date-time */
            doneAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        Tasks: {
            items: components["schemas"]["Task"][];
        };
        TaskTemplateItem: {
            title: string;
            dueRule: components["schemas"]["TaskDueRule"] | null;
        };
        TaskTemplateInput: {
            name: string;
            items: components["schemas"]["TaskTemplateItem"][];
        };
        TaskTemplatePatch: {
            name?: string;
            items?: components["schemas"]["TaskTemplateItem"][];
        };
        TaskTemplate: {
            id: string;
            name: string;
            items: components["schemas"]["TaskTemplateItem"][];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        TaskTemplateApplication: {
            templateId: string;
        };
        /** @enum {string} */
        ImportResource: "clients" | "leads" | "projects";
        /**
         * @description uploaded -> checking -> checked -> running -> finished -> undoing -> undone. A run that was stopped is cancelled; failed is where our side gave up.
         * @enum {string}
         */
        ImportStatus: "uploaded" | "checking" | "checked" | "running" | "finished" | "cancelled" | "undoing" | "undone" | "failed";
        /** @enum {string} */
        ImportAction: "create" | "update" | "skip" | "error";
        /** @enum {string} */
        ImportOutcome: "done" | "undone" | "kept";
        /**
         * @description What happens to a row whose record is there already: nothing, or its filled cells replace what is there.
         * @enum {string}
         */
        ImportDuplicates: "skip" | "update";
        /**
         * @description How 03/04/2027 is read.
         * @enum {string}
         */
        ImportDateOrder: "dayFirst" | "monthFirst";
        ImportColumn: {
            /** @description The head of the column. */
            name: string;
            /** @description The field that it fills; null if it is left out. */
            field: string | null;
            /** @description Its name asks for a social security or employer number. Its cells were not kept. */
            refused: boolean;
            /** @description The first values. */
            samples: string[];
        };
        ImportField: {
            /** @example contacts.1.email */
            name: string;
            /** @description The head of its column in an export. */
            head: string;
        };
        ImportPatch: {
            /** @description The field of every column in their order; null leaves one out. */
            fields?: (string | null)[];
            duplicates?: components["schemas"]["ImportDuplicates"];
            dateOrder?: components["schemas"]["ImportDateOrder"] | null;
        };
        /** @description Rows by what they do, of those that the check or run has behind it. */
        ImportCounts: {
            create: number;
            update: number;
            skip: number;
            error: number;
        };
        Import: {
            /** @example imp_01jd3x3k1fek6vw2bqk5yj7c9n */
            id: string;
            resource: components["schemas"]["ImportResource"];
            fileName: string;
            status: components["schemas"]["ImportStatus"];
            columns: components["schemas"]["ImportColumn"][];
            /** @description Fields that a column can fill. Numbered ones go on (`contacts.4.name`), and `custom.` takes any name behind it. */
            availableFields: components["schemas"]["ImportField"][];
            /** @description Fields of which one has to be filled before it can be checked. */
            missingFields: string[];
            duplicates: components["schemas"]["ImportDuplicates"];
            /** @description As the dates of the file or else the studio's country suggest; null if neither does. */
            dateOrder: components["schemas"]["ImportDateOrder"] | null;
            /** @description Rows of the file, without the head and empty ones. */
            rowCount: number;
            /** @description Rows that the check, run or undo has behind it. */
            processed: number;
            counts: components["schemas"]["ImportCounts"];
            /** @description Rows taken back. */
            undone: number;
            /** @description Rows that could not be taken back. */
            kept: number;
            /** @description Who had it run last. */
            startedBy: components["schemas"]["Actor"] | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Of what people decide; progress does not count. */
            version: number;
        };
        ImportProblem: {
            /** @description The head of the column; null for the row as a whole. */
            column: string | null;
            /** @example date_ambiguous */
            code: string;
            message: string;
        };
        ImportRow: {
            /** @description As a spreadsheet counts: the head is 1. */
            rowNumber: number;
            cells: string[];
            /** @description Null until it is checked. */
            action: components["schemas"]["ImportAction"] | null;
            /** @description Why it is skipped, an error or kept. */
            problems: components["schemas"]["ImportProblem"][];
            /** @description Null until it was run; kept if it could not be taken back. */
            outcome: components["schemas"]["ImportOutcome"] | null;
            /** @description The record that it makes or changes. */
            recordId: string | null;
        };
        PasswordChange: {
            /** Format: password */
            currentPassword: string;
            newPassword: components["schemas"]["Password"];
        };
        EmailChange: {
            email: components["schemas"]["Email"];
            /**
             * Format: password
             * @description The account's, as proof that its owner asks.
             */
            password: string;
        };
        Member: {
            /** @example mem_01jd3x3k1fek6vw2bqk5yj7c9n */
            id: string;
            /** @description The id that `actor` has of what they do: in changes, notes and timelines. */
            actorId: string;
            name: string;
            email: components["schemas"]["Email"];
            pictureUrl: string | null;
            role: components["schemas"]["Role"];
            /** @description Sees the jobs they are assigned to and no others. */
            ownJobsOnly: boolean;
            seesMoney: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        /** @enum {string} */
        InvitedRole: "manager" | "member";
        MemberPatch: {
            role?: components["schemas"]["InvitedRole"];
            ownJobsOnly?: boolean;
            seesMoney?: boolean;
        };
        OwnershipTransfer: {
            /** Format: password */
            password: string;
        };
        Invitation: {
            id: string;
            email: components["schemas"]["Email"];
            role: components["schemas"]["InvitedRole"];
            ownJobsOnly: boolean;
            seesMoney: boolean;
            /** @description The name of who invited. */
            invitedBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
        };
        InvitationInput: {
            email: components["schemas"]["Email"];
            role: components["schemas"]["InvitedRole"];
            /** @default false */
            ownJobsOnly: boolean;
            /** @default true */
            seesMoney: boolean;
        };
        InvitationView: {
            studioName: string;
            invitedBy: string;
            email: components["schemas"]["Email"];
            role: components["schemas"]["InvitedRole"];
            /** @description Whether to sign in first, in place of choosing a name and a password. */
            hasAccount: boolean;
            /** Format: date-time */
            expiresAt: string;
        };
        InvitationAcceptance: {
            token: string;
            name?: string;
            password?: components["schemas"]["Password"];
        };
        AcceptedInvitation: {
            email: components["schemas"]["Email"];
            workspaceSlug: components["schemas"]["Slug"];
        };
        /** @enum {string} */
        EventType: "lead.created" | "lead.updated" | "lead.moved" | "lead.won" | "lead.lost" | "lead.spam" | "lead.reopened" | "lead.deleted" | "lead.restored" | "note.created" | "note.updated" | "note.deleted" | "lead_form.created" | "lead_form.updated" | "lead_form.deleted" | "lead_pipeline.updated" | "workspace.updated" | "api_key.created" | "api_key.updated" | "api_key.rotated" | "api_key.revoked" | "client.created" | "client.updated" | "client.deleted" | "client.restored" | "client.merged" | "client.unmerged" | "lead.converted" | "project.created" | "project.updated" | "project.moved" | "project.postponed" | "project.cancelled" | "project.archived" | "project.unarchived" | "project.deleted" | "project.restored" | "project_pipeline.updated" | "task.created" | "task.updated" | "task.done" | "task.reopened" | "task.deleted" | "task_template.created" | "task_template.updated" | "task_template.deleted" | "saved_view.created" | "saved_view.updated" | "saved_view.deleted" | "member.joined" | "member.updated" | "member.removed" | "invitation.created" | "invitation.revoked" | "connection.connected" | "connection.reconnect_needed" | "connection.disconnected" | "import.created" | "import.updated" | "import.checked" | "import.finished" | "import.cancelled" | "import.undone" | "import.failed" | "import.deleted";
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
            /** @description The record's state after the event. */
            status?: string;
            stageId?: string;
            formId?: string | null;
            clientId?: string;
            projectId?: string;
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
        clientId: string;
        projectId: string;
        savedViewId: string;
        taskId: string;
        taskTemplateId: string;
        /** @description Only what this import has made or changed. */
        ofImport: string;
        importId: string;
        connectionId: string;
        invitationId: string;
        memberId: string;
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
    "account.unlinkGoogle": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
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
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
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
    "apiKeys.rotate": {
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyRotation"];
            };
        };
        responses: {
            /** @description The key, and its new text. */
            200: {
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
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
                /** @description Only what this person or key did, by the id that `actor` has. */
                actorId?: string;
                /** @description Only changes of records of this kind. */
                resource?: components["schemas"]["ChangeResource"];
                /** @description At this instant or later. */
                from?: string;
                /** @description Before this instant. */
                to?: string;
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
                /** @description Only what this import has made or changed. */
                importId?: components["parameters"]["ofImport"];
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
    "leads.export": {
        parameters: {
            query?: {
                /** @description Only what this import has made or changed. */
                importId?: components["parameters"]["ofImport"];
                /** @description As in the list. */
                q?: string;
                /** @description As in the list. */
                status?: components["schemas"]["LeadStatus"];
                /** @description As in the list. */
                stageId?: string;
                /** @description As in the list. */
                formId?: string;
                /** @description As in the list. */
                projectType?: string;
                /** @description As in the list. */
                createdFrom?: string;
                /** @description As in the list. */
                createdTo?: string;
                /** @description As in the list. */
                deleted?: boolean;
                /** @description As in the list. */
                order?: "newest" | "oldest";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
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
                /** @description Only events of this client. */
                clientId?: string;
                /** @description Only events of this project. */
                projectId?: string;
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
    "clients.list": {
        parameters: {
            query?: {
                /** @description Objects a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                after?: components["parameters"]["after"];
                /** @description Only what this import has made or changed. */
                importId?: components["parameters"]["ofImport"];
                /** @description Words of a name, e-mail address, telephone number, tag or place; accents and case do not matter. */
                q?: string;
                /** @description Only people or only companies. */
                kind?: components["schemas"]["ClientKind"];
                /** @description Only clients with this tag. */
                tag?: string;
                /** @description Only the client with this e-mail address. */
                email?: components["schemas"]["Email"];
                /** @description Only clients with this telephone number. */
                phone?: components["schemas"]["Phone"];
                /** @description Made at this instant or later. */
                createdFrom?: string;
                /** @description Made before this instant. */
                createdTo?: string;
                /** @description The deleted ones instead. */
                deleted?: boolean;
                /** @description Newest first, oldest first or by name. */
                order?: "newest" | "oldest" | "name";
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
                        items: components["schemas"]["Client"][];
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
    "clients.create": {
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
                "application/json": components["schemas"]["ClientInput"];
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
                    "application/json": components["schemas"]["Client"];
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
    "clients.tags": {
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
                    "application/json": components["schemas"]["ClientTags"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "clients.duplicates": {
        parameters: {
            query?: {
                /** @description Objects a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                after?: components["parameters"]["after"];
                /** @description Only pairs with this client. */
                clientId?: string;
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
                        items: components["schemas"]["ClientDuplicate"][];
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
    "clients.export": {
        parameters: {
            query?: {
                /** @description Only what this import has made or changed. */
                importId?: components["parameters"]["ofImport"];
                /** @description As in the list. */
                q?: string;
                /** @description As in the list. */
                kind?: components["schemas"]["ClientKind"];
                /** @description As in the list. */
                tag?: string;
                /** @description As in the list. */
                email?: components["schemas"]["Email"];
                /** @description As in the list. */
                phone?: components["schemas"]["Phone"];
                /** @description As in the list. */
                createdFrom?: string;
                /** @description As in the list. */
                createdTo?: string;
                /** @description As in the list. */
                deleted?: boolean;
                /** @description As in the list. */
                order?: "newest" | "oldest" | "name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "clients.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: components["parameters"]["clientId"];
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
                    "application/json": components["schemas"]["Client"];
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
    "clients.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: components["parameters"]["clientId"];
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
    "clients.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The version you read, quoted. A secret key may send `*`. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                clientId: components["parameters"]["clientId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ClientPatch"];
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
                    "application/json": components["schemas"]["Client"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
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
    "clients.restore": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                clientId: components["parameters"]["clientId"];
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
                    "application/json": components["schemas"]["Client"];
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
    "clients.merge": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                clientId: components["parameters"]["clientId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientMergeInput"];
            };
        };
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientMerge"];
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
    "clients.unmerge": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                clientId: components["parameters"]["clientId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientUnmergeInput"];
            };
        };
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientUnmerge"];
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
    "clients.timeline": {
        parameters: {
            query?: {
                /** @description Objects a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                after?: components["parameters"]["after"];
            };
            header?: never;
            path: {
                clientId: components["parameters"]["clientId"];
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
    "savedViews.list": {
        parameters: {
            query?: {
                /** @description Objects a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                after?: components["parameters"]["after"];
                /** @description Only views of this list. */
                resource?: components["schemas"]["SavedViewResource"];
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
                        items: components["schemas"]["SavedView"][];
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
    "savedViews.create": {
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
                "application/json": components["schemas"]["SavedViewInput"];
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
                    "application/json": components["schemas"]["SavedView"];
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
    "savedViews.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                savedViewId: components["parameters"]["savedViewId"];
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
                    "application/json": components["schemas"]["SavedView"];
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
    "savedViews.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                savedViewId: components["parameters"]["savedViewId"];
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
    "savedViews.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The version you read, quoted. A secret key may send `*`. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                savedViewId: components["parameters"]["savedViewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["SavedViewPatch"];
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
                    "application/json": components["schemas"]["SavedView"];
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
    "leads.convert": {
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
                "application/json": components["schemas"]["LeadConversionInput"];
            };
        };
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadConversion"];
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
    "projectPipeline.get": {
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
                    "application/json": components["schemas"]["ProjectPipeline"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "projectPipeline.update": {
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
                "application/merge-patch+json": components["schemas"]["ProjectPipelinePatch"];
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
                    "application/json": components["schemas"]["ProjectPipeline"];
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
    "projects.list": {
        parameters: {
            query?: {
                /** @description Objects a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                after?: components["parameters"]["after"];
                /** @description Only what this import has made or changed. */
                importId?: components["parameters"]["ofImport"];
                /** @description Words of a title, client, place or type; accents and case do not matter. */
                q?: string;
                /** @description Only projects in this state. */
                status?: components["schemas"]["ProjectStatus"];
                /** @description Only projects in this stage. */
                stageId?: string;
                /** @description Only projects of this client. */
                clientId?: string;
                /** @description Only projects this member is assigned to. */
                memberId?: string;
                /** @description With a date on this day or later; with `dateTo` too, one date between both. */
                dateFrom?: string;
                /** @description With a date before this day. */
                dateTo?: string;
                /** @description Only those with a date or only those without one. */
                dated?: boolean;
                /** @description The archived ones instead. */
                archived?: boolean;
                /** @description The deleted ones instead. */
                deleted?: boolean;
                /** @description Newest first, oldest first, or by main date with the soonest first and undated ones last. */
                order?: "newest" | "oldest" | "date";
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
                        items: components["schemas"]["Project"][];
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
    "projects.create": {
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
                "application/json": components["schemas"]["ProjectInput"];
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
                    "application/json": components["schemas"]["Project"];
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
    "projects.summary": {
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
                    "application/json": components["schemas"]["ProjectSummary"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "projects.export": {
        parameters: {
            query?: {
                /** @description Only what this import has made or changed. */
                importId?: components["parameters"]["ofImport"];
                /** @description As in the list. */
                q?: string;
                /** @description As in the list. */
                status?: components["schemas"]["ProjectStatus"];
                /** @description As in the list. */
                stageId?: string;
                /** @description As in the list. */
                clientId?: string;
                /** @description As in the list. */
                memberId?: string;
                /** @description As in the list. */
                dateFrom?: string;
                /** @description As in the list. */
                dateTo?: string;
                /** @description As in the list. */
                archived?: boolean;
                /** @description As in the list. */
                deleted?: boolean;
                /** @description As in the list. */
                order?: "newest" | "oldest" | "date";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "projects.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: components["parameters"]["projectId"];
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
                    "application/json": components["schemas"]["Project"];
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
    "projects.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: components["parameters"]["projectId"];
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
    "projects.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The version you read, quoted. A secret key may send `*`. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                projectId: components["parameters"]["projectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ProjectPatch"];
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
                    "application/json": components["schemas"]["Project"];
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
    "projects.restore": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                projectId: components["parameters"]["projectId"];
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
                    "application/json": components["schemas"]["Project"];
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
    "projects.move": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                projectId: components["parameters"]["projectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectMove"];
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
                    "application/json": components["schemas"]["Project"];
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
    "projects.archive": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                projectId: components["parameters"]["projectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectArchive"];
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
                    "application/json": components["schemas"]["Project"];
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
    "projects.timeline": {
        parameters: {
            query?: {
                /** @description Objects a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                after?: components["parameters"]["after"];
            };
            header?: never;
            path: {
                projectId: components["parameters"]["projectId"];
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
    "projects.applyTaskTemplate": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                projectId: components["parameters"]["projectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskTemplateApplication"];
            };
        };
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tasks"];
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
    "tasks.list": {
        parameters: {
            query?: {
                /** @description Objects a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                after?: components["parameters"]["after"];
                /** @description Words of a title; accents and case do not matter. */
                q?: string;
                /** @description Only tasks of this project. */
                projectId?: string;
                /** @description Only tasks of this member. */
                assigneeId?: string;
                /** @description Only done or only open ones. */
                done?: boolean;
                /** @description Due before this day. */
                dueBefore?: string;
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
                        items: components["schemas"]["Task"][];
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
    "tasks.create": {
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
                "application/json": components["schemas"]["TaskInput"];
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
                    "application/json": components["schemas"]["Task"];
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
    "tasks.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: components["parameters"]["taskId"];
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
                    "application/json": components["schemas"]["Task"];
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
    "tasks.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: components["parameters"]["taskId"];
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
    "tasks.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The version you read, quoted. A secret key may send `*`. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                taskId: components["parameters"]["taskId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["TaskPatch"];
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
                    "application/json": components["schemas"]["Task"];
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
    "taskTemplates.list": {
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
                        items: components["schemas"]["TaskTemplate"][];
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
    "taskTemplates.create": {
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
                "application/json": components["schemas"]["TaskTemplateInput"];
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
                    "application/json": components["schemas"]["TaskTemplate"];
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
    "taskTemplates.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskTemplateId: components["parameters"]["taskTemplateId"];
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
                    "application/json": components["schemas"]["TaskTemplate"];
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
    "taskTemplates.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskTemplateId: components["parameters"]["taskTemplateId"];
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
    "taskTemplates.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The version you read, quoted. A secret key may send `*`. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                taskTemplateId: components["parameters"]["taskTemplateId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["TaskTemplatePatch"];
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
                    "application/json": components["schemas"]["TaskTemplate"];
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
    "imports.list": {
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
                        items: components["schemas"]["Import"][];
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
    "imports.create": {
        parameters: {
            query: {
                /** @description What the rows are. */
                resource: components["schemas"]["ImportResource"];
                /** @description The name of the file. */
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
                "text/csv": string;
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
                    "application/json": components["schemas"]["Import"];
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
    "imports.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: components["parameters"]["importId"];
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
                    "application/json": components["schemas"]["Import"];
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
    "imports.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: components["parameters"]["importId"];
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
    "imports.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The version you read, quoted. A secret key may send `*`. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                importId: components["parameters"]["importId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ImportPatch"];
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
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
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
    "imports.check": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                importId: components["parameters"]["importId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
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
    "imports.run": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                importId: components["parameters"]["importId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
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
    "imports.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                importId: components["parameters"]["importId"];
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
                    "application/json": components["schemas"]["Import"];
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
    "imports.undo": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                importId: components["parameters"]["importId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
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
    "imports.rows": {
        parameters: {
            query?: {
                /** @description Objects a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                after?: components["parameters"]["after"];
                /** @description Only rows that do this. */
                action?: components["schemas"]["ImportAction"];
                /** @description Only rows that were run with this outcome: with `action` those that have created or updated something. */
                outcome?: components["schemas"]["ImportOutcome"];
            };
            header?: never;
            path: {
                importId: components["parameters"]["importId"];
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
                        items: components["schemas"]["ImportRow"][];
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
    "account.changePassword": {
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
                "application/json": components["schemas"]["PasswordChange"];
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
    "account.changeEmail": {
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
                "application/json": components["schemas"]["EmailChange"];
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
    "account.confirmEmail": {
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
    "members.list": {
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
                        items: components["schemas"]["Member"][];
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
    "members.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["memberId"];
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
                    "application/json": components["schemas"]["Member"];
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
    "members.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["memberId"];
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
    "members.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The version you read, quoted. A secret key may send `*`. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                memberId: components["parameters"]["memberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MemberPatch"];
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
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
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
    "members.transferOwnership": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                memberId: components["parameters"]["memberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnershipTransfer"];
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
                    "application/json": components["schemas"]["Member"];
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
    "members.leave": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a retried POST safe for 24 hours. The same key with another body is refused. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
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
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    "connections.list": {
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
                        items: components["schemas"]["Connection"][];
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
    "connections.disconnect": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: components["parameters"]["connectionId"];
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
    "invitations.list": {
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
                        items: components["schemas"]["Invitation"][];
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
    "invitations.create": {
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
                "application/json": components["schemas"]["InvitationInput"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
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
    "invitations.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitationId: components["parameters"]["invitationId"];
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
    "invitations.view": {
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
                    "application/json": components["schemas"]["InvitationView"];
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
    "invitations.accept": {
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
                "application/json": components["schemas"]["InvitationAcceptance"];
            };
        };
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedInvitation"];
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
    "on.api_key.rotated": {
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
    "on.client.created": {
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
    "on.client.updated": {
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
    "on.client.deleted": {
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
    "on.client.restored": {
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
    "on.client.merged": {
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
    "on.client.unmerged": {
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
    "on.lead.converted": {
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
    "on.project.created": {
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
    "on.project.updated": {
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
    "on.project.moved": {
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
    "on.project.postponed": {
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
    "on.project.cancelled": {
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
    "on.project.archived": {
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
    "on.project.unarchived": {
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
    "on.project.deleted": {
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
    "on.project.restored": {
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
    "on.project_pipeline.updated": {
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
    "on.task.created": {
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
    "on.task.updated": {
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
    "on.task.done": {
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
    "on.task.reopened": {
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
    "on.task.deleted": {
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
    "on.task_template.created": {
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
    "on.task_template.updated": {
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
    "on.task_template.deleted": {
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
    "on.saved_view.created": {
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
    "on.saved_view.updated": {
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
    "on.saved_view.deleted": {
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
    "on.import.created": {
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
    "on.import.updated": {
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
    "on.import.checked": {
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
    "on.import.finished": {
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
    "on.import.cancelled": {
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
    "on.import.undone": {
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
    "on.import.failed": {
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
    "on.import.deleted": {
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
    "on.member.joined": {
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
    "on.member.updated": {
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
    "on.member.removed": {
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
    "on.invitation.created": {
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
    "on.invitation.revoked": {
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
    "on.connection.connected": {
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
    "on.connection.reconnect_needed": {
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
    "on.connection.disconnected": {
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
