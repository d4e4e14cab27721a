// Generated from docs/api/openapi.json: npm run generate
export interface paths {
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a session by password
         * @description Ouvrir une session par mot de passe
         *
         *     Roles: public.
         */
        post: operations["access.sign-in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The secret for the code application, until it is confirmed
         * @description Le secret à lire par l'application de codes, tant qu'il n'est pas confirmé
         *
         *     Roles: public.
         */
        get: operations["access.second-factor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the code of the second factor
         * @description Donner le code du second facteur
         *
         *     Roles: public.
         */
        post: operations["access.code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close the session
         * @description Fermer la session
         *
         *     Roles: public.
         */
        post: operations["access.sign-out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/company-links/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Come in by a company's link, without an account
         * @description Entrer par le lien d'une entreprise, sans compte
         *
         *     Roles: public.
         */
        post: operations["access.open-link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whom and what an invitation is for
         * @description À qui et pour quoi est une invitation
         *
         *     Roles: public.
         */
        post: operations["access.read-invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open one's account by an invitation: choose a password, then the second factor
         * @description Ouvrir son compte par une invitation : choisir son mot de passe, puis le second facteur
         *
         *     Roles: public.
         */
        post: operations["access.accept-invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who I am and where I work
         * @description Qui je suis et où je travaille
         *
         *     Roles: public.
         */
        get: operations["access.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change my name, language or password
         * @description Changer mon nom, ma langue ou mon mot de passe
         *
         *     Roles: member, officer, admin.
         */
        patch: operations["access.update-me"];
        trace?: never;
    };
    "/api/v1/me/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My sign-ins and open sessions
         * @description Mes connexions et mes sessions ouvertes
         *
         *     Roles: member, officer, admin.
         */
        get: operations["access.sign-ins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Close one of my sessions open elsewhere
         * @description Fermer une de mes sessions ouvertes ailleurs
         *
         *     Roles: member, officer, admin.
         */
        delete: operations["access.revoke-session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The card of the territory
         * @description La fiche du territoire
         *
         *     Roles: facilitator, adviser, lead, company.
         */
        get: operations["territories.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct the card of the territory
         * @description Corriger la fiche du territoire
         *
         *     Roles: facilitator.
         */
        patch: operations["territories.update"];
        trace?: never;
    };
    "/api/v1/territories/{territory}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The sealed trail of the territory, and whether it is whole
         * @description Le journal scellé du territoire, et s'il est intact
         *
         *     Roles: facilitator.
         */
        get: operations["territories.audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The members of the territory and their roles
         * @description Les membres du territoire et leur rôle
         *
         *     Roles: facilitator, lead.
         */
        get: operations["members.list"];
        put?: never;
        /**
         * Invite a member: the link that comes by mail opens the account
         * @description Inviter un membre : le lien reçu par courriel ouvre son compte
         *
         *     Roles: facilitator.
         */
        post: operations["members.invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/members/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a member's access away
         * @description Retirer l'accès d'un membre
         *
         *     Roles: facilitator.
         */
        delete: operations["members.revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/members/{account}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send another invitation to a member whose account is not open yet
         * @description Envoyer une nouvelle invitation à un membre qui n'a pas encore ouvert son compte
         *
         *     Roles: facilitator.
         */
        post: operations["members.invite-again"];
        /**
         * Withdraw an invitation that was not used
         * @description Retirer une invitation qui n'a pas servi
         *
         *     Roles: facilitator.
         */
        delete: operations["members.withdraw-invitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/company-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The links sent to companies
         * @description Les liens envoyés aux entreprises
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["links.list"];
        put?: never;
        /**
         * Give a company a link to its sheet, sent by mail when an address is given
         * @description Donner à une entreprise un lien vers sa fiche, envoyé par courriel si une adresse est donnée
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["links.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/company-links/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a company's link
         * @description Révoquer le lien d'une entreprise
         *
         *     Roles: facilitator, adviser.
         */
        delete: operations["links.revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/establishments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The establishments of the territory
         * @description Les établissements du territoire
         *
         *     Roles: facilitator, adviser, lead, company.
         */
        get: operations["establishments.list"];
        put?: never;
        /**
         * Add an establishment
         * @description Ajouter un établissement
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["establishments.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/establishments/{establishment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct an establishment
         * @description Corriger un établissement
         *
         *     Roles: facilitator, adviser, company.
         */
        patch: operations["establishments.update"];
        trace?: never;
    };
    "/api/v1/territories/{territory}/establishments/{establishment}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, when, from where
         * @description Qui a fait quoi, quand, d'où
         *
         *     Roles: facilitator, adviser, company.
         */
        get: operations["establishments.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The flows: offers and needs
         * @description Les flux : offres et besoins
         *
         *     Roles: facilitator, adviser, company.
         */
        get: operations["flows.list"];
        put?: never;
        /**
         * Add a flow
         * @description Ajouter un flux
         *
         *     Roles: facilitator, adviser, company.
         */
        post: operations["flows.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/flows/{flow}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a flow (it can come back)
         * @description Retirer un flux (il peut revenir)
         *
         *     Roles: facilitator, adviser, company.
         */
        delete: operations["flows.remove"];
        options?: never;
        head?: never;
        /**
         * Correct a flow
         * @description Corriger un flux
         *
         *     Roles: facilitator, adviser, company.
         */
        patch: operations["flows.update"];
        trace?: never;
    };
    "/api/v1/territories/{territory}/flows/{flow}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring back a removed flow
         * @description Remettre un flux retiré
         *
         *     Roles: facilitator, adviser, company.
         */
        post: operations["flows.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The leads that were found, and what was decided of them
         * @description Les pistes détectées, et ce qu'on en a décidé
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["leads.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/leads/{lead}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One lead, with the explanation of each figure
         * @description Une piste, avec l'explication de chaque chiffre
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["leads.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/leads/{lead}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep, set aside with its reason, move on or undo; say the next step
         * @description Garder, écarter avec sa raison, faire avancer ou annuler ; dire le prochain pas
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["leads.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/understanding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was understood, refused by law, without a partner, and the questions worth most
         * @description Ce qui a été compris, refusé par la loi, sans partenaire, et les questions qui valent le plus
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["leads.rest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is proposed to the company
         * @description Ce qui est proposé à l'entreprise
         *
         *     Roles: company.
         */
        get: operations["proposals.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/proposals/{lead}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Interested, not now, no
         * @description Intéressé, pas maintenant, non
         *
         *     Roles: company.
         */
        post: operations["proposals.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The deliverables asked for, by audience
         * @description Les livrables demandés, par public
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["documents.list"];
        put?: never;
        /**
         * Make the deliverables of the territory from the data as they are
         * @description Faire les livrables du territoire, tels que sont les données
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["documents.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/documents/{document}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop work under way
         * @description Arrêter un travail en cours
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["documents.stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/documents/{document}/files/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One file of a deliverable
         * @description Un fichier d'un livrable
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["documents.file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            code: string;
            fr: string;
            en: string;
            fields?: {
                path: string;
                message: string;
            }[];
            current?: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "access.sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        next: "done" | "code" | "enrol";
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        uri: string;
                        secret: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    secret?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        next: "done";
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.open-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        territory: string;
                        /** Format: uuid */
                        establishment: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.read-invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        name: string;
                        territory: string | null;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.accept-invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        next: "enrol";
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            /** Format: uuid */
                            id: string;
                            email: string;
                            name: string;
                            /** @enum {string} */
                            lang: "fr" | "en";
                            second_factor: boolean;
                        } | null;
                        /** @enum {string} */
                        role: "public" | "member" | "company" | "officer" | "admin";
                        territories: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            type: string | null;
                            role: string;
                            demonstration: boolean;
                        }[];
                        establishment: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.update-me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    lang?: "fr" | "en";
                    password?: {
                        now: string;
                        next: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sign_ins: {
                            at: string;
                            source: string;
                            outcome: string;
                        }[];
                        sessions: {
                            /** Format: uuid */
                            id: string;
                            since: string;
                            seen: string;
                            agent: string;
                            here: boolean;
                        }[];
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.revoke-session": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "territories.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        type: ("ZA" | "EPCI" | "PAT" | "COOP") | null;
                        siren: string | null;
                        insee: string[] | null;
                        previously_supported: boolean | null;
                        facilitator_fte: number | null;
                        internal_facilitation: boolean | null;
                        context: string | null;
                        /** Format: uuid */
                        id: string;
                        version: number;
                        demonstration: boolean;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "territories.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    fields: {
                        name?: string;
                        type?: ("ZA" | "EPCI" | "PAT" | "COOP") | null;
                        siren?: string | null;
                        insee?: string[] | null;
                        previously_supported?: boolean | null;
                        facilitator_fte?: number | null;
                        internal_facilitation?: boolean | null;
                        context?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "territories.audit": {
        parameters: {
            query?: {
                before?: number;
            };
            header?: never;
            path: {
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        whole: boolean;
                        broken: {
                            seq: number;
                            why: string;
                        } | null;
                        entries: {
                            seq: number;
                            at: string;
                            who: string | null;
                            action: string;
                            object: string;
                        }[];
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "members.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        members: {
                            /** Format: uuid */
                            account: string;
                            name: string;
                            email: string;
                            /** @enum {string} */
                            role: "facilitator" | "adviser" | "lead";
                            starts_on: string;
                            ends_on: string | null;
                            revoked: boolean;
                            invited_until: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "members.invite": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    name: string;
                    /** @enum {string} */
                    role: "facilitator" | "adviser" | "lead";
                    /** @default null */
                    ends_on?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        account: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "members.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "members.invite-again": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "members.withdraw-invitation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "links.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        links: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            establishment: string;
                            email: string | null;
                            created_at: string;
                            expires_at: string;
                            used_at: string | null;
                            revoked: boolean;
                        }[];
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "links.create": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    establishment: string;
                    /** @default null */
                    email?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        expires_at: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "links.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "establishments.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        establishments: {
                            name: string;
                            siret: string | null;
                            naf: string | null;
                            staff: (number | string) | null;
                            insee: string | null;
                            lon: number | null;
                            lat: number | null;
                            zone: string | null;
                            waste_payer: ("teom" | "special-fee" | "private" | "epr") | null;
                            shifts: string[] | null;
                            home_communes: {
                                [key: string]: number;
                            } | null;
                            roof_m2: number | null;
                            load_profile: number[] | null;
                            visibility: ("facilitator" | "territory" | "public") | null;
                            extra: {
                                [key: string]: string | number | boolean | null;
                            } | null;
                            /** Format: uuid */
                            id: string;
                            key: string;
                            version: number;
                            offers: number | null;
                            needs: number | null;
                            updated_at: string;
                        }[];
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "establishments.create": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    siret?: string | null;
                    naf?: string | null;
                    staff?: (number | string) | null;
                    insee?: string | null;
                    lon?: number | null;
                    lat?: number | null;
                    zone?: string | null;
                    waste_payer?: ("teom" | "special-fee" | "private" | "epr") | null;
                    shifts?: string[] | null;
                    home_communes?: {
                        [key: string]: number;
                    } | null;
                    roof_m2?: number | null;
                    load_profile?: number[] | null;
                    visibility?: ("facilitator" | "territory" | "public") | null;
                    /** Format: uuid */
                    id?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "establishments.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                establishment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    fields: {
                        name?: string;
                        siret?: string | null;
                        naf?: string | null;
                        staff?: (number | string) | null;
                        insee?: string | null;
                        lon?: number | null;
                        lat?: number | null;
                        zone?: string | null;
                        waste_payer?: ("teom" | "special-fee" | "private" | "epr") | null;
                        shifts?: string[] | null;
                        home_communes?: {
                            [key: string]: number;
                        } | null;
                        roof_m2?: number | null;
                        load_profile?: number[] | null;
                        visibility?: ("facilitator" | "territory" | "public") | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "establishments.history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                establishment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: {
                            /** Format: uuid */
                            id: string;
                            at: string;
                            who: string | null;
                            source: string;
                            object: string;
                            object_id: string;
                            action: string;
                            before: unknown;
                            after: unknown;
                        }[];
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "flows.list": {
        parameters: {
            query?: {
                establishment?: string;
            };
            header?: never;
            path: {
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        flows: {
                            /** @enum {string} */
                            direction: "in" | "out";
                            family: ("matter" | "energy" | "water" | "information" | "service" | "equipment" | "space" | "skill" | "logistics") | null;
                            label: string;
                            resource: string | null;
                            waste_code: string | null;
                            cpa: string | null;
                            quantity: number | null;
                            unit: ("kg" | "t" | "m3" | "l" | "Nm3" | "kWh" | "MWh" | "GJ" | "kW" | "m2" | "piece" | "person" | "hour" | "day" | "month" | "trip" | "km" | "EUR") | null;
                            period: ("year" | "month" | "week" | "day" | "hour" | "once") | null;
                            months: number[] | null;
                            regularity: ("continuous" | "seasonal" | "one-off") | null;
                            date: string | null;
                            status: ("waste" | "by-product" | "product" | "surplus" | "need" | "capacity") | null;
                            quality: {
                                [key: string]: number | string;
                            } | null;
                            current: {
                                route: (("landfill" | "incineration" | "recycling" | "composting" | "digestion" | "spreading" | "sewer" | "export" | "collected" | "sold" | "none") | string) | null;
                                supplier: string | null;
                                unit_cost_eur: number | null;
                                payer: ("teom" | "special-fee" | "private" | "epr") | null;
                                contract_end: string | null;
                            } | null;
                            evidence: ("measured" | "invoiced" | "declared" | "estimated" | "deduced") | null;
                            uncertainty_pct: number | null;
                            visibility: ("facilitator" | "territory" | "public") | null;
                            consents: {
                                to: string;
                                fields: ("name" | "quantity" | "gain")[];
                                date: string;
                            }[] | null;
                            note: string | null;
                            extra: {
                                [key: string]: string | number | boolean | null;
                            } | null;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            establishment: string;
                            version: number;
                            updated_at: string;
                        }[];
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "flows.create": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    direction: "in" | "out";
                    family?: ("matter" | "energy" | "water" | "information" | "service" | "equipment" | "space" | "skill" | "logistics") | null;
                    label: string;
                    resource?: string | null;
                    waste_code?: string | null;
                    cpa?: string | null;
                    quantity?: number | null;
                    unit?: ("kg" | "t" | "m3" | "l" | "Nm3" | "kWh" | "MWh" | "GJ" | "kW" | "m2" | "piece" | "person" | "hour" | "day" | "month" | "trip" | "km" | "EUR") | null;
                    period?: ("year" | "month" | "week" | "day" | "hour" | "once") | null;
                    months?: number[] | null;
                    regularity?: ("continuous" | "seasonal" | "one-off") | null;
                    date?: string | null;
                    status?: ("waste" | "by-product" | "product" | "surplus" | "need" | "capacity") | null;
                    quality?: {
                        [key: string]: number | string;
                    } | null;
                    current?: {
                        route?: (("landfill" | "incineration" | "recycling" | "composting" | "digestion" | "spreading" | "sewer" | "export" | "collected" | "sold" | "none") | string) | null;
                        supplier?: string | null;
                        unit_cost_eur?: number | null;
                        payer?: ("teom" | "special-fee" | "private" | "epr") | null;
                        contract_end?: string | null;
                    } | null;
                    evidence?: ("measured" | "invoiced" | "declared" | "estimated" | "deduced") | null;
                    uncertainty_pct?: number | null;
                    visibility?: ("facilitator" | "territory" | "public") | null;
                    consents?: {
                        to: string;
                        fields: ("name" | "quantity" | "gain")[];
                        date: string;
                    }[] | null;
                    note?: string | null;
                    /** Format: uuid */
                    id?: string;
                    /** Format: uuid */
                    establishment: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "flows.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                flow: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "flows.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                flow: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    fields: {
                        /** @enum {string} */
                        direction?: "in" | "out";
                        family?: ("matter" | "energy" | "water" | "information" | "service" | "equipment" | "space" | "skill" | "logistics") | null;
                        label?: string;
                        resource?: string | null;
                        waste_code?: string | null;
                        cpa?: string | null;
                        quantity?: number | null;
                        unit?: ("kg" | "t" | "m3" | "l" | "Nm3" | "kWh" | "MWh" | "GJ" | "kW" | "m2" | "piece" | "person" | "hour" | "day" | "month" | "trip" | "km" | "EUR") | null;
                        period?: ("year" | "month" | "week" | "day" | "hour" | "once") | null;
                        months?: number[] | null;
                        regularity?: ("continuous" | "seasonal" | "one-off") | null;
                        date?: string | null;
                        status?: ("waste" | "by-product" | "product" | "surplus" | "need" | "capacity") | null;
                        quality?: {
                            [key: string]: number | string;
                        } | null;
                        current?: {
                            route?: (("landfill" | "incineration" | "recycling" | "composting" | "digestion" | "spreading" | "sewer" | "export" | "collected" | "sold" | "none") | string) | null;
                            supplier?: string | null;
                            unit_cost_eur?: number | null;
                            payer?: ("teom" | "special-fee" | "private" | "epr") | null;
                            contract_end?: string | null;
                        } | null;
                        evidence?: ("measured" | "invoiced" | "declared" | "estimated" | "deduced") | null;
                        uncertainty_pct?: number | null;
                        visibility?: ("facilitator" | "territory" | "public") | null;
                        consents?: {
                            to: string;
                            fields: ("name" | "quantity" | "gain")[];
                            date: string;
                        }[] | null;
                        note?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "flows.restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                flow: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "leads.list": {
        parameters: {
            query?: {
                lang?: "fr" | "en";
            };
            header?: never;
            path: {
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        run: {
                            at: string;
                            leads: number;
                            flows: number;
                            changes: {
                                found: {
                                    id: string;
                                    title: string;
                                    why: string[];
                                }[];
                                gone: {
                                    id: string;
                                    title: string;
                                    why: string[];
                                }[];
                                moved: {
                                    id: string;
                                    title: string;
                                    before: number | null;
                                    now: number | null;
                                    why: string[];
                                }[];
                            };
                        } | null;
                        leads: {
                            id: string;
                            rank: number;
                            /** @enum {string} */
                            kind: "substitution" | "transformation" | "mutualisation" | "sharing";
                            title: string;
                            offers: string[];
                            needs: string[];
                            establishments: string[];
                            quantity: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            distance_km: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            gain_eur_per_year: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            investment_eur: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            co2e_t_per_year: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            diverted_t_per_year: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            ease: number;
                            doubts: string[];
                            reasons: string[];
                            /** @enum {string} */
                            verdict: "ok" | "check" | "procedure" | "forbidden";
                            decision: {
                                /** @enum {string} */
                                stage: "detected" | "to-qualify" | "in-discussion" | "under-study" | "in-negotiation" | "on-trial" | "agreed" | "operational" | "lasting" | "on-hold" | "abandoned";
                                stage_since: string;
                                reason_code: ("already-done" | "words-misread" | "not-enough" | "season" | "quality" | "too-far" | "not-worth-it" | "investment" | "law" | "confidentiality" | "giver-declines" | "taker-declines" | "contract" | "nobody-carries-it" | "other") | null;
                                reason: string | null;
                                next_step: string | null;
                                next_owner: string | null;
                                next_on: string | null;
                                version: number;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "leads.read": {
        parameters: {
            query?: {
                lang?: "fr" | "en";
            };
            header?: never;
            path: {
                territory: string;
                lead: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lead: {
                            id: string;
                            rank: number;
                            /** @enum {string} */
                            kind: "substitution" | "transformation" | "mutualisation" | "sharing";
                            title: string;
                            offers: string[];
                            needs: string[];
                            establishments: string[];
                            steps: {
                                process: string;
                                resource_in: string;
                                resource_out: string;
                                yield: {
                                    value: number | null;
                                    low: number | null;
                                    high: number | null;
                                    unit: string;
                                    /** @enum {string} */
                                    state: "known" | "unknown" | "not-applicable";
                                    explain: string | null;
                                };
                                facility: string | null;
                            }[];
                            quantity: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            distance_km: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            gain_eur_per_year: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            investment_eur: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            payback_years: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            npv_eur: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            co2e_t_per_year: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            diverted_t_per_year: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            virgin_t_per_year: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            water_m3_per_year: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            energy_mwh_per_year: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            jobs_fte: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            counterfactual: string[];
                            parties: {
                                establishment: string;
                                gain_eur_per_year: {
                                    value: number | null;
                                    low: number | null;
                                    high: number | null;
                                    unit: string;
                                    /** @enum {string} */
                                    state: "known" | "unknown" | "not-applicable";
                                    explain: string | null;
                                };
                                investment_eur: {
                                    value: number | null;
                                    low: number | null;
                                    high: number | null;
                                    unit: string;
                                    /** @enum {string} */
                                    state: "known" | "unknown" | "not-applicable";
                                    explain: string | null;
                                };
                            }[];
                            verdict: {
                                /** @enum {string} */
                                outcome: "ok" | "check" | "procedure" | "forbidden";
                                rules: {
                                    id: string;
                                    /** @enum {string} */
                                    outcome: "ok" | "check" | "procedure" | "forbidden";
                                    basis: string;
                                    valid_from: string | null;
                                    valid_to: string | null;
                                    checked_on: string;
                                    /** @enum {string} */
                                    confidence: "high" | "medium" | "low";
                                    sentence: string;
                                    next_step: string;
                                    delay_months: number;
                                }[];
                            };
                            barriers: {
                                /** @enum {string} */
                                kind: "organisation" | "governance" | "adaptation" | "regulation" | "economics" | "volume-season" | "distance" | "quality" | "confidentiality";
                                sentence: string;
                                lever: string;
                                /** @enum {string} */
                                owner: "facilitator" | "offer" | "need" | "territory" | "funder" | "administration";
                            }[];
                            ease: number;
                            ease_figure: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            months: number[];
                            reasons: string[];
                            doubts: string[];
                        };
                        explanations: {
                            [key: string]: {
                                label: string;
                                formula: string | null;
                                inputs: string[];
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                source: string | null;
                                date: string | null;
                            };
                        };
                        disclaimer: string;
                        decision: {
                            /** @enum {string} */
                            stage: "detected" | "to-qualify" | "in-discussion" | "under-study" | "in-negotiation" | "on-trial" | "agreed" | "operational" | "lasting" | "on-hold" | "abandoned";
                            stage_since: string;
                            reason_code: ("already-done" | "words-misread" | "not-enough" | "season" | "quality" | "too-far" | "not-worth-it" | "investment" | "law" | "confidentiality" | "giver-declines" | "taker-declines" | "contract" | "nobody-carries-it" | "other") | null;
                            reason: string | null;
                            next_step: string | null;
                            next_owner: string | null;
                            next_on: string | null;
                            version: number;
                        } | null;
                        answers: {
                            /** Format: uuid */
                            establishment: string;
                            answer: ("interested" | "not-now" | "no") | null;
                            reason: string | null;
                            at: string | null;
                        }[];
                        events: {
                            at: string;
                            who: string | null;
                            from: ("detected" | "to-qualify" | "in-discussion" | "under-study" | "in-negotiation" | "on-trial" | "agreed" | "operational" | "lasting" | "on-hold" | "abandoned") | null;
                            /** @enum {string} */
                            to: "detected" | "to-qualify" | "in-discussion" | "under-study" | "in-negotiation" | "on-trial" | "agreed" | "operational" | "lasting" | "on-hold" | "abandoned";
                            reason_code: ("already-done" | "words-misread" | "not-enough" | "season" | "quality" | "too-far" | "not-worth-it" | "investment" | "law" | "confidentiality" | "giver-declines" | "taker-declines" | "contract" | "nobody-carries-it" | "other") | null;
                            reason: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "leads.decide": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                lead: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    stage: "detected" | "to-qualify" | "in-discussion" | "under-study" | "in-negotiation" | "on-trial" | "agreed" | "operational" | "lasting" | "on-hold" | "abandoned";
                    version?: number;
                    /** @default null */
                    reason_code?: ("already-done" | "words-misread" | "not-enough" | "season" | "quality" | "too-far" | "not-worth-it" | "investment" | "law" | "confidentiality" | "giver-declines" | "taker-declines" | "contract" | "nobody-carries-it" | "other") | null;
                    /** @default null */
                    reason?: string | null;
                    next_step?: string | null;
                    next_owner?: string | null;
                    next_on?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        stage: "detected" | "to-qualify" | "in-discussion" | "under-study" | "in-negotiation" | "on-trial" | "agreed" | "operational" | "lasting" | "on-hold" | "abandoned";
                        stage_since: string;
                        reason_code: ("already-done" | "words-misread" | "not-enough" | "season" | "quality" | "too-far" | "not-worth-it" | "investment" | "law" | "confidentiality" | "giver-declines" | "taker-declines" | "contract" | "nobody-carries-it" | "other") | null;
                        reason: string | null;
                        next_step: string | null;
                        next_owner: string | null;
                        next_on: string | null;
                        version: number;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "leads.rest": {
        parameters: {
            query?: {
                lang?: "fr" | "en";
            };
            header?: never;
            path: {
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        check: {
                            /** @constant */
                            format: "simbiosi-check/1";
                            flows: {
                                id: string;
                                resource: string | null;
                                path: string[];
                                confidence: number;
                                question: string | null;
                            }[];
                            refused: {
                                sheet: string;
                                row: number | null;
                                column: string | null;
                                value: string | null;
                                code: string;
                                fr: string;
                                en: string;
                                kept: boolean;
                                /** @default false */
                                confirm: boolean;
                            }[];
                            /** @default [] */
                            notes: {
                                code: string;
                                fr: string;
                                en: string;
                            }[];
                            missing: {
                                flow: string;
                                field: string;
                                why: string;
                                worth_eur_per_year: number | null;
                            }[];
                            suggestions: {
                                establishment: string;
                                /** @enum {string} */
                                direction: "in" | "out";
                                resource: string;
                                question: string;
                            }[];
                        } | null;
                        refused: {
                            offers: string[];
                            needs: string[];
                            steps: {
                                process: string;
                                resource_in: string;
                                resource_out: string;
                                yield: {
                                    value: number | null;
                                    low: number | null;
                                    high: number | null;
                                    unit: string;
                                    /** @enum {string} */
                                    state: "known" | "unknown" | "not-applicable";
                                    explain: string | null;
                                };
                                facility: string | null;
                            }[];
                            /** @constant */
                            outcome: "forbidden";
                            rules: {
                                id: string;
                                /** @enum {string} */
                                outcome: "ok" | "check" | "procedure" | "forbidden";
                                basis: string;
                                valid_from: string | null;
                                valid_to: string | null;
                                checked_on: string;
                                /** @enum {string} */
                                confidence: "high" | "medium" | "low";
                                sentence: string;
                                next_step: string;
                                delay_months: number;
                            }[];
                        }[];
                        unmatched: {
                            flow: string;
                            nearest: string | null;
                            /** @enum {string} */
                            why: "NO_CLASS" | "NO_TAKER" | "NO_LOCAL_TAKER" | "QUALITY" | "SEASON" | "TOO_FAR" | "TOO_SMALL" | "LAW" | "UNKNOWN_QUANTITY";
                            sentence: string;
                        }[];
                        below_threshold: {
                            kind: string;
                            title: string;
                            establishments: string[];
                            needs: string[];
                            quantity: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            threshold: {
                                value: number | null;
                                low: number | null;
                                high: number | null;
                                unit: string;
                                /** @enum {string} */
                                state: "known" | "unknown" | "not-applicable";
                                explain: string | null;
                            };
                            nearest: string;
                            questions: {
                                establishment: string;
                                field: string;
                                why: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "proposals.list": {
        parameters: {
            query?: {
                lang?: "fr" | "en";
            };
            header?: never;
            path: {
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        proposals: {
                            lead: string;
                            /** @enum {string} */
                            kind: "substitution" | "transformation" | "mutualisation" | "sharing";
                            mine: {
                                flow: string;
                                label: string;
                                /** @enum {string} */
                                direction: "in" | "out";
                            }[];
                            others: {
                                count: number;
                                /** @enum {string} */
                                level: "facilitator" | "territory" | "named";
                                name: string | null;
                                label: string | null;
                                sector: string | null;
                                km: number | null;
                            };
                            gain: {
                                low: number;
                                high: number;
                                value: number | null;
                            } | null;
                            /** @enum {string} */
                            verdict: "ok" | "check" | "procedure" | "forbidden";
                            answer: ("interested" | "not-now" | "no") | null;
                            reason: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "proposals.answer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                lead: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    answer: "interested" | "not-now" | "no";
                    /** @default null */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        answer: "interested" | "not-now" | "no";
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "documents.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documents: {
                            /** Format: uuid */
                            id: string;
                            at: string;
                            /** @enum {string} */
                            audience: "facilitator" | "funder" | "public";
                            /** @enum {string} */
                            lang: "fr" | "en";
                            /** @enum {string} */
                            status: "asked" | "making" | "done" | "failed" | "stopped";
                            progress: string;
                            files: {
                                name: string;
                                size: number;
                            }[];
                        }[];
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "documents.ask": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    audience: "facilitator" | "funder" | "public";
                    /** @enum {string} */
                    lang: "fr" | "en";
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "documents.stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "documents.file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                document: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
