// Generated from docs/api/openapi.json: npm run generate
export interface paths {
    "/api/v1/sign-in/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ways in that the platform offers
         * @description Les façons d'entrer que la plateforme offre
         *
         *     Roles: public.
         */
        get: operations["access.ways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/api/v1/sign-in/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave for the identity provider: where to go, and the ticket to bring back
         * @description Partir chez le fournisseur d'identité : l'adresse où aller, et le billet à rapporter
         *
         *     Roles: public.
         */
        post: operations["access.oidc-begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/oidc/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Come back from the identity provider and open the session
         * @description Revenir du fournisseur d'identité et ouvrir la session
         *
         *     Roles: public.
         */
        post: operations["access.oidc-finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a sign-in by passkey
         * @description Commencer une connexion par clé d'accès
         *
         *     Roles: public.
         */
        post: operations["passkeys.begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a session by passkey: it counts as both factors
         * @description Ouvrir une session par clé d'accès : elle vaut les deux facteurs
         *
         *     Roles: public.
         */
        post: operations["passkeys.sign-in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My passkeys
         * @description Mes clés d'accès
         *
         *     Roles: member, officer, admin.
         */
        get: operations["passkeys.list"];
        put?: never;
        /**
         * Add a passkey to my account
         * @description Ajouter une clé d'accès à mon compte
         *
         *     Roles: member, officer, admin.
         */
        post: operations["passkeys.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to add a passkey
         * @description Commencer l'ajout d'une clé d'accès
         *
         *     Roles: member, officer, admin.
         */
        post: operations["passkeys.prepare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/{passkey}": {
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
         * Remove one of my passkeys
         * @description Retirer une de mes clés d'accès
         *
         *     Roles: member, officer, admin.
         */
        delete: operations["passkeys.remove"];
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
    "/api/v1/territories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The territories of the platform
         * @description Les territoires de la plateforme
         *
         *     Roles: admin, officer.
         */
        get: operations["territories.list"];
        put?: never;
        /**
         * Open an empty territory, and invite its facilitator
         * @description Ouvrir un territoire, vide, et inviter son animateur
         *
         *     Roles: admin.
         */
        post: operations["territories.create"];
        delete?: never;
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
    "/api/v1/territories/{territory}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole inventory of the territory, as a workbook or JSON
         * @description Tout l'inventaire du territoire, en classeur ou en JSON
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["territories.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive the territory: it leaves the lists, nothing is erased
         * @description Archiver le territoire : il sort des listes, rien n'est effacé
         *
         *     Roles: facilitator, admin.
         */
        post: operations["territories.archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open an archived territory again
         * @description Rouvrir un territoire archivé
         *
         *     Roles: facilitator, admin.
         */
        post: operations["territories.reopen"];
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
        /**
         * Change when a member's mandate ends
         * @description Changer la fin du mandat d'un membre
         *
         *     Roles: facilitator.
         */
        patch: operations["members.mandate"];
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
         * The links sent to companies; a company reads its own
         * @description Les liens envoyés aux entreprises ; une entreprise lit les siens
         *
         *     Roles: facilitator, adviser, company.
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
    "/api/v1/territories/{territory}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tokens of programs: one's own, or all of them for whoever answers for the territory
         * @description Les jetons des programmes : les siens, ou tous pour qui répond du territoire
         *
         *     Roles: facilitator, adviser, admin.
         */
        get: operations["tokens.list"];
        put?: never;
        /**
         * Make a token for a program; its secret is given this once
         * @description Faire un jeton pour un programme ; son secret est donné cette seule fois
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["tokens.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/tokens/{token}": {
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
         * Revoke a token, at once
         * @description Révoquer un jeton, à l'instant
         *
         *     Roles: facilitator, adviser, admin.
         */
        delete: operations["tokens.revoke"];
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
    "/api/v1/territories/{territory}/flows/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct, remove or bring back several flows at once: all of them, or none
         * @description Corriger, retirer ou remettre plusieurs flux d'un coup : tous, ou aucun
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["flows.bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The classes of resources, or those that words name in either language
         * @description Les classes de ressources, ou celles que des mots désignent dans l'une des deux langues
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["resources.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People, the log of exchanges and the state of charters, company by company
         * @description Les personnes, le journal des échanges et l'état des chartes, entreprise par entreprise
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["contacts.list"];
        put?: never;
        /**
         * Add a person to a company
         * @description Ajouter une personne à une entreprise
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["contacts.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/contacts/{contact}": {
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
         * Remove a person (who can come back)
         * @description Retirer une personne (elle peut revenir)
         *
         *     Roles: facilitator, adviser.
         */
        delete: operations["contacts.remove"];
        options?: never;
        head?: never;
        /**
         * Correct a person
         * @description Corriger une personne
         *
         *     Roles: facilitator, adviser.
         */
        patch: operations["contacts.update"];
        trace?: never;
    };
    "/api/v1/territories/{territory}/contacts/{contact}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring back a removed person
         * @description Remettre une personne retirée
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["contacts.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/encounters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log a call, a visit, a letter, a meeting (one company or several), a charter or an agreement
         * @description Noter un appel, une visite, un courrier, une réunion (une entreprise ou plusieurs), une charte ou un accord
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["encounters.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/encounters/{encounter}": {
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
         * Remove a line of the log (it can come back)
         * @description Retirer une ligne du journal (elle peut revenir)
         *
         *     Roles: facilitator, adviser.
         */
        delete: operations["encounters.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/encounters/{encounter}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring back a line of the log
         * @description Remettre une ligne du journal
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["encounters.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/invitations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the letters of a mailing before they are sent: nothing leaves
         * @description Lire les lettres d'un publipostage avant de les envoyer : rien ne part
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["invitations.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the letters that were read, with each company's link when the text asks for it
         * @description Envoyer les lettres qui ont été relues, avec le lien de chaque entreprise si le texte le demande
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["invitations.send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history of one object: who, what, when, from where
         * @description L'histoire d'un objet : qui, quoi, quand, d'où
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["history.read"];
        put?: never;
        post?: never;
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
    "/api/v1/territories/{territory}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the last search for leads changed, and why; whether another is under way
         * @description Ce que la dernière recherche de pistes a changé, et pourquoi ; si une autre est en cours
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["leads.run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/portfolio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The leads that were decided on, by stage, and how many came how far
         * @description Les pistes décidées, par étape, et combien sont allées jusqu'où
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["leads.portfolio"];
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
    "/api/v1/territories/{territory}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep or set aside several leads at once; those that cannot be are told
         * @description Garder ou écarter plusieurs pistes d'un coup ; celles qui ne peuvent l'être sont dites
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["leads.decide-many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/decisions/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back one's last decisions (for ten minutes)
         * @description Annuler ses dernières décisions (pendant dix minutes)
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["leads.undo"];
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
    "/api/v1/territories/{territory}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The action plan: its sheets, where they stand, who pays for them
         * @description Le plan d'actions : ses fiches, où elles en sont, qui les paie
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["actions.list"];
        put?: never;
        /**
         * Add an action sheet
         * @description Ajouter une fiche action
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["actions.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/actions/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One action sheet, its financing and the aid that might support it
         * @description Une fiche action, son financement et les aides qui pourraient la soutenir
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["actions.read"];
        put?: never;
        post?: never;
        /**
         * Remove a sheet (it can come back)
         * @description Retirer une fiche (elle peut revenir)
         *
         *     Roles: facilitator, adviser.
         */
        delete: operations["actions.remove"];
        options?: never;
        head?: never;
        /**
         * Change an action sheet
         * @description Modifier une fiche action
         *
         *     Roles: facilitator, adviser.
         */
        patch: operations["actions.update"];
        trace?: never;
    };
    "/api/v1/territories/{territory}/action-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change several sheets at once
         * @description Modifier plusieurs fiches à la fois
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["actions.change-many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/actions/{action}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy a sheet: what was done, spent, granted and measured is not copied
         * @description Copier une fiche : ce qui a été fait, dépensé, accordé et mesuré n'est pas copié
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["actions.duplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/actions/{action}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring back a removed sheet
         * @description Remettre une fiche retirée
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["actions.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/action-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The action plan as a document (Word or PDF), filtered as on screen
         * @description Le plan d'actions en document (Word ou PDF), filtré comme à l'écran
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["actions.document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/leads/{lead}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The action sheets that a kept lead asks for, and those that carry it already
         * @description Les fiches action qu'une piste gardée demande, et celles qui la portent déjà
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["leads.actions"];
        put?: never;
        /**
         * Put into the plan the sheets chosen among those that a kept lead asks for
         * @description Mettre au plan les fiches choisies parmi celles qu'une piste gardée demande
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["leads.plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The messages about an object
         * @description Les messages à propos d'un objet
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["comments.list"];
        put?: never;
        /**
         * Write a message
         * @description Écrire un message
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["comments.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/comments/{comment}": {
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
         * Remove a message of one's own
         * @description Retirer un de ses messages
         *
         *     Roles: facilitator, adviser.
         */
        delete: operations["comments.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/comments/{comment}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring back a message of one's own
         * @description Remettre un de ses messages
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["comments.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The files attached to an object
         * @description Les fichiers joints à un objet
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["attachments.list"];
        put?: never;
        /**
         * Attach a file (PDF, picture, office, text; 10 MB at most)
         * @description Joindre un fichier (PDF, image, bureautique, texte ; 10 Mo au plus)
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["attachments.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/attachments/{attachment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An attached file
         * @description Un fichier joint
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["attachments.file"];
        put?: never;
        post?: never;
        /**
         * Remove a file (it can come back)
         * @description Retirer un fichier (il peut revenir)
         *
         *     Roles: facilitator, adviser.
         */
        delete: operations["attachments.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/attachments/{attachment}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring back a removed file
         * @description Remettre un fichier retiré
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["attachments.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/workshops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The workshops
         * @description Les ateliers
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["workshops.list"];
        put?: never;
        /**
         * Prepare a workshop
         * @description Préparer un atelier
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["workshops.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/workshops/{workshop}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A workshop: its cards, the leads that they open, votes, shortlist and proposed follow-up
         * @description Un atelier : ses cartes, les pistes qu'elles ouvrent, votes, sélection et suites proposées
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["workshops.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct a workshop
         * @description Corriger un atelier
         *
         *     Roles: facilitator, adviser.
         */
        patch: operations["workshops.update"];
        trace?: never;
    };
    "/api/v1/territories/{territory}/workshops/{workshop}/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note what a company has or wants: it is one of its flows, and leads are looked for at once
         * @description Noter ce qu'une entreprise a ou cherche : c'est un de ses flux, et les pistes sont cherchées aussitôt
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["workshops.add-card"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/workshops/{workshop}/cards/{card}": {
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
         * Remove a card and its flow (they can come back)
         * @description Retirer une carte et son flux (ils peuvent revenir)
         *
         *     Roles: facilitator, adviser.
         */
        delete: operations["workshops.remove-card"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/workshops/{workshop}/cards/{card}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring back a removed card
         * @description Remettre une carte retirée
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["workshops.restore-card"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/workshops/{workshop}/picks/{lead}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Write down the room's votes for a lead, or shortlist it
         * @description Noter les voix de la salle pour une piste, ou la retenir
         *
         *     Roles: facilitator, adviser.
         */
        put: operations["workshops.pick"];
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
    "/api/v1/territories/{territory}/proposals/{lead}/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Agree to tell one's name, quantity or gain to the other company of a lead; an empty list takes it back
         * @description Accepter de dire son nom, sa quantité ou son gain à l'autre entreprise d'une piste ; une liste vide retire l'accord
         *
         *     Roles: company.
         */
        put: operations["proposals.agree"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/my-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All that Simbiosi knows of the company in one file: a workbook, or everything in JSON
         * @description Tout ce que Simbiosi sait de l'entreprise, dans un fichier : un classeur, ou tout en JSON
         *
         *     Roles: company.
         */
        get: operations["my-data.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/my-data/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave the territory and erase the company's data; the facilitator is told
         * @description Quitter le territoire et effacer les données de l'entreprise ; l'animation est prévenue
         *
         *     Roles: company.
         */
        post: operations["my-data.erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/demarches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The démarches that the company takes part in, or could
         * @description Les démarches auxquelles l'entreprise participe ou pourrait participer
         *
         *     Roles: company.
         */
        get: operations["demarches.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/demarches/{demarche}/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to take part in another démarche with the same sheet
         * @description Demander à participer à une autre démarche avec la même fiche
         *
         *     Roles: company.
         */
        post: operations["demarches.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/demarches/{demarche}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a demand back, or leave a démarche that was joined
         * @description Reprendre sa demande, ou quitter une démarche rejointe
         *
         *     Roles: company.
         */
        post: operations["demarches.leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/joinings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Companies of other démarches that ask to take part
         * @description Les entreprises d'autres démarches qui demandent à participer
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["joinings.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/joinings/{establishment}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept or decline a demand
         * @description Accepter ou décliner une demande
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["joinings.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/establishments/{establishment}/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the law asks of an establishment, by date, in both languages
         * @description Ce que la loi demande à un établissement, par échéance, dans les deux langues
         *
         *     Roles: facilitator, adviser, company.
         */
        get: operations["obligations.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/label": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the program understands of a label, before it is saved
         * @description Ce que le logiciel comprend d'une désignation, avant de l'enregistrer
         *
         *     Roles: facilitator, adviser, company.
         */
        get: operations["labels.understand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Calls, visits and letters, the last first
         * @description Appels, visites et courriers, le dernier d'abord
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["visits.list"];
        put?: never;
        /**
         * Note a call, a visit, a letter
         * @description Noter un appel, une visite, un courrier
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["visits.create"];
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
    "/api/v1/territories/{territory}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The imports of the territory: who, when, what
         * @description Les imports du territoire : qui, quand, quoi
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["imports.list"];
        put?: never;
        /**
         * Read a file or pasted text, and tell what the import would do; nothing is written yet
         * @description Lire un fichier ou un texte collé, et dire ce que l'import ferait ; rien n'est encore écrit
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["imports.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/import-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a column may mean
         * @description Ce qu'une colonne peut vouloir dire
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["imports.choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/imports/{import}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An import: what it would do or did, and what is not understood
         * @description Un import : ce qu'il ferait ou a fait, et ce qui n'est pas compris
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["imports.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/imports/{import}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what columns mean, correct cells, and read again
         * @description Dire ce que des colonnes veulent dire, corriger des cellules, et relire
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["imports.correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/imports/{import}/refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rows that were not understood, as CSV
         * @description Les lignes non comprises, en CSV
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["imports.refused"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/imports/{import}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply the import, or do it again after it was undone
         * @description Appliquer l'import, ou le refaire après l'avoir annulé
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["imports.apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/imports/{import}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo the whole import; what somebody changed since is left and told
         * @description Annuler tout l'import ; ce que quelqu'un a modifié depuis est laissé et dit
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["imports.undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/insight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metabolism, stakes, reductions and dependencies, from the last search for leads
         * @description Métabolisme, enjeux, réductions et dépendances, d'après la dernière recherche de pistes
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["insight.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The totals of the territory, under statistical secrecy: no company can be told from them
         * @description Les totaux du territoire, sous secret statistique : aucune entreprise ne s'y devine
         *
         *     Roles: facilitator, adviser, lead.
         */
        get: operations["insight.totals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/outline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The local background of the map: roads of the reference and imported boundaries
         * @description Le fond de carte local : routes de la référence et limites importées
         *
         *     Roles: facilitator, adviser, lead.
         */
        get: operations["insight.outline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far the phases are, what calls for attention, what changed since a given moment
         * @description Où en sont les phases, ce qui appelle l'attention, ce qui a changé depuis un moment donné
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["insight.week"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The scenarios, and the plan found for each
         * @description Les scénarios, et le plan trouvé pour chacun
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["scenarios.list"];
        put?: never;
        /**
         * Ask for a scenario
         * @description Demander un scénario
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["scenarios.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/scenarios/{scenario}": {
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
         * Remove a scenario
         * @description Retirer un scénario
         *
         *     Roles: facilitator, adviser.
         */
        delete: operations["scenarios.remove"];
        options?: never;
        head?: never;
        /**
         * Change a scenario and look for its plan again
         * @description Changer un scénario et chercher de nouveau son plan
         *
         *     Roles: facilitator, adviser.
         */
        patch: operations["scenarios.update"];
        trace?: never;
    };
    "/api/v1/territories/{territory}/scenarios/{scenario}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop looking for a plan
         * @description Arrêter la recherche d'un plan
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["scenarios.stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/scenarios/{scenario}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a removed scenario back
         * @description Remettre un scénario retiré
         *
         *     Roles: facilitator, adviser.
         */
        post: operations["scenarios.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/boundaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import boundaries (GeoJSON in WGS 84) for the background of the map
         * @description Importer des limites (GeoJSON en WGS 84) pour le fond de carte
         *
         *     Roles: facilitator.
         */
        post: operations["boundaries.upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/boundaries/{boundary}": {
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
         * Remove boundaries from the map
         * @description Retirer des limites de la carte
         *
         *     Roles: facilitator.
         */
        delete: operations["boundaries.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/boundaries/{boundary}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put removed boundaries back
         * @description Remettre des limites retirées
         *
         *     Roles: facilitator.
         */
        post: operations["boundaries.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/exports/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The companies filtered, as CSV, workbook, GeoJSON (WGS 84; zones whose outline was imported as polygons) or CNIG “sites économiques” (those with a SIRET)
         * @description Les entreprises filtrées, en CSV, classeur, GeoJSON (WGS 84 ; les zones dont les limites sont importées en polygones) ou CNIG « sites économiques » (celles qui ont un SIRET)
         *
         *     Roles: facilitator, adviser, lead, company.
         */
        get: operations["exports.companies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/exports/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The flows filtered, with what was understood of them, as CSV, workbook or GeoJSON (each establishment with its flows)
         * @description Les flux filtrés, avec ce qui en est compris, en CSV, classeur ou GeoJSON (chaque établissement avec ses flux)
         *
         *     Roles: facilitator, adviser, company.
         */
        get: operations["exports.flows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/exports/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The leads filtered, with their intervals and what was decided of them, as CSV or workbook
         * @description Les pistes filtrées, avec leurs intervalles et ce qu'on en a décidé, en CSV ou classeur
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["exports.leads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/exports/portfolio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The portfolio filtered: stage, next step, owner, date, as CSV or workbook
         * @description Le portefeuille filtré : étape, prochain pas, porteur, échéance, en CSV ou classeur
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["exports.portfolio"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/exports/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The book of contacts filtered: one row a person, with the state of its company's charter, as CSV or workbook
         * @description Le carnet filtré : une ligne par personne, avec l'état de la charte de son entreprise, en CSV ou classeur
         *
         *     Roles: facilitator, adviser.
         */
        get: operations["exports.contacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{territory}/exports/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the law asks of the companies filtered, by date, as CSV or workbook: decision support, not legal advice
         * @description Ce que la loi demande aux entreprises filtrées, par échéance, en CSV ou classeur : une aide, pas un avis juridique
         *
         *     Roles: facilitator, adviser, company.
         */
        get: operations["exports.obligations"];
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
                fr: string;
                en: string;
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
    "access.ways": {
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
                        oidc: {
                            name: string;
                        } | null;
                        passkeys: boolean;
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
    "access.oidc-begin": {
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
                        url: string;
                        ticket: string;
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
    "access.oidc-finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ticket: string;
                    query: string;
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
    "passkeys.begin": {
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
                        ticket: string;
                        options: {
                            [key: string]: unknown;
                        };
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
    "passkeys.sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ticket: string;
                    response: {
                        id: string;
                        rawId: string;
                        /** @constant */
                        type: "public-key";
                        clientExtensionResults: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string;
                        };
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
    "passkeys.list": {
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
                        possible: boolean;
                        passkeys: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            created_at: string;
                            used_at: string | null;
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
    "passkeys.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ticket: string;
                    name: string;
                    response: {
                        id: string;
                        rawId: string;
                        /** @constant */
                        type: "public-key";
                        clientExtensionResults: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            attestationObject: string;
                            transports?: string[];
                        };
                    };
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
    "passkeys.prepare": {
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
                        ticket: string;
                        options: {
                            [key: string]: unknown;
                        };
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
    "passkeys.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkey: string;
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
                        /** @enum {string} */
                        next: "enrol" | "code";
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
    "territories.list": {
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
                        territories: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            type: string | null;
                            demonstration: boolean;
                            created_at: string;
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
    "territories.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    type?: ("ZA" | "EPCI" | "PAT" | "COOP") | null;
                    /** @default null */
                    context?: string | null;
                    facilitator: {
                        email: string;
                        name: string;
                    };
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
    "territories.export": {
        parameters: {
            query?: {
                format?: "xlsx" | "json";
            };
            header?: never;
            path: {
                territory: string;
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
    "territories.archive": {
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
    "territories.reopen": {
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
                            open: boolean;
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
    "members.mandate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ends_on: string | null;
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
    "tokens.list": {
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
                        tokens: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            scope: "read" | "write";
                            by: string;
                            mine: boolean;
                            created_at: string;
                            expires_at: string;
                            used_at: string | null;
                            /** @enum {string} */
                            state: "alive" | "expired" | "revoked" | "orphan";
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
    "tokens.create": {
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
                    /** @enum {string} */
                    scope: "read" | "write";
                    days: number;
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
                        token: string;
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
    "tokens.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                token: string;
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
    "flows.bulk": {
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
                    edits: {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        fields?: {
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
                        /** @default null */
                        present?: boolean | null;
                    }[];
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
                        flows: {
                            /** Format: uuid */
                            id: string;
                            version: number;
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
    "resources.list": {
        parameters: {
            query?: {
                lang?: "fr" | "en";
                q?: string;
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
                        resources: {
                            id: string;
                            name: string;
                            path: string[];
                            /** @enum {string} */
                            family: "matter" | "energy" | "water" | "information" | "service" | "equipment" | "space" | "skill" | "logistics";
                            unit: string;
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
    "contacts.list": {
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
                        contacts: {
                            name: string;
                            position: string | null;
                            email: string | null;
                            phone: string | null;
                            note: string | null;
                            opted_out: boolean;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            establishment: string;
                            version: number;
                        }[];
                        encounters: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            establishment: string;
                            /** @enum {string} */
                            kind: "call" | "visit" | "mail" | "workshop" | "charter-sent" | "charter-signed" | "confidentiality-sent" | "confidentiality-signed";
                            on_day: string;
                            title: string | null;
                            notes: string;
                            contact: string | null;
                            who: string | null;
                        }[];
                        companies: {
                            /** Format: uuid */
                            establishment: string;
                            name: string;
                            last_contact: string | null;
                            charter: {
                                /** @enum {string} */
                                state: "not-sent" | "sent" | "signed";
                                sent_on: string | null;
                                signed_on: string | null;
                            };
                            confidentiality: {
                                /** @enum {string} */
                                state: "not-sent" | "sent" | "signed";
                                sent_on: string | null;
                                signed_on: string | null;
                            };
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
    "contacts.create": {
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
                    position?: string | null;
                    email?: string | null;
                    phone?: string | null;
                    note?: string | null;
                    opted_out?: boolean;
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
    "contacts.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                contact: string;
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
    "contacts.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                contact: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    fields: {
                        name?: string;
                        position?: string | null;
                        email?: string | null;
                        phone?: string | null;
                        note?: string | null;
                        opted_out?: boolean;
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
    "contacts.restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                contact: string;
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
    "encounters.create": {
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
                    establishments: string[];
                    /** @enum {string} */
                    kind: "call" | "visit" | "mail" | "workshop" | "charter-sent" | "charter-signed" | "confidentiality-sent" | "confidentiality-signed";
                    on_day: string;
                    /** @default null */
                    title?: string | null;
                    /** @default  */
                    notes?: string;
                    /** @default null */
                    contact?: string | null;
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
                        encounters: string[];
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
    "encounters.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                encounter: string;
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
    "encounters.restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                encounter: string;
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
    "invitations.preview": {
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
                    establishments: string[];
                    subject: string;
                    text: string;
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
                        digest: string;
                        to: {
                            /** Format: uuid */
                            establishment: string;
                            company: string;
                            name: string;
                            email: string;
                        }[];
                        silent: {
                            /** Format: uuid */
                            establishment: string;
                            company: string;
                            /** @enum {string} */
                            why: "no-contact" | "no-address" | "opted-out";
                        }[];
                        letters: {
                            to: string;
                            subject: string;
                            text: string;
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
    "invitations.send": {
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
                    establishments: string[];
                    subject: string;
                    text: string;
                    digest: string;
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
                        sent: number;
                        links: number;
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
    "history.read": {
        parameters: {
            query: {
                object: "flow" | "establishment" | "contact" | "encounter" | "action";
                id: string;
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
                        changes: {
                            /** Format: uuid */
                            id: string;
                            at: string;
                            who: string | null;
                            by_company: boolean;
                            source: string;
                            /** @enum {string} */
                            action: "created" | "changed" | "removed" | "restored";
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
    "leads.run": {
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
                        matching: boolean;
                        run: {
                            at: string;
                            leads: number;
                            flows: number;
                            changes: {
                                found: {
                                    id: string;
                                    title: string;
                                    why: {
                                        id: string;
                                        /** @enum {string} */
                                        object: "flow" | "establishment";
                                        name: string | null;
                                        company: string | null;
                                    }[];
                                }[];
                                gone: {
                                    id: string;
                                    title: string;
                                    why: {
                                        id: string;
                                        /** @enum {string} */
                                        object: "flow" | "establishment";
                                        name: string | null;
                                        company: string | null;
                                    }[];
                                }[];
                                moved: {
                                    id: string;
                                    title: string;
                                    why: {
                                        id: string;
                                        /** @enum {string} */
                                        object: "flow" | "establishment";
                                        name: string | null;
                                        company: string | null;
                                    }[];
                                    before: number | null;
                                    now: number | null;
                                }[];
                                counts: {
                                    found: number;
                                    gone: number;
                                    moved: number;
                                };
                            };
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
    "leads.portfolio": {
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
                        cards: {
                            id: string;
                            title: string;
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
                            };
                            lead: {
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
                                /** @enum {string} */
                                verdict: "ok" | "check" | "procedure" | "forbidden";
                            } | null;
                        }[];
                        funnel: {
                            /** @enum {string} */
                            stage: "detected" | "to-qualify" | "in-discussion" | "under-study" | "in-negotiation" | "on-trial" | "agreed" | "operational" | "lasting" | "on-hold" | "abandoned";
                            here: number;
                            reached: number;
                            conversion: number | null;
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
                                id?: string;
                                /** @enum {string} */
                                kind: "organisation" | "governance" | "adaptation" | "regulation" | "economics" | "volume-season" | "distance" | "quality" | "confidentiality";
                                sentence: string;
                                lever: string;
                                /** @enum {string} */
                                owner: "facilitator" | "offer" | "need" | "territory" | "funder" | "administration";
                                action?: string;
                                delay_months?: number;
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
                        steps: {
                            at: string;
                            who: string | null;
                            next_step: string | null;
                            next_owner: string | null;
                            next_on: string | null;
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
    "leads.decide-many": {
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
                    leads: {
                        lead: string;
                        version?: number;
                    }[];
                    /** @enum {string} */
                    stage: "detected" | "to-qualify" | "in-discussion" | "under-study" | "in-negotiation" | "on-trial" | "agreed" | "operational" | "lasting" | "on-hold" | "abandoned";
                    /** @default null */
                    reason_code?: ("already-done" | "words-misread" | "not-enough" | "season" | "quality" | "too-far" | "not-worth-it" | "investment" | "law" | "confidentiality" | "giver-declines" | "taker-declines" | "contract" | "nobody-carries-it" | "other") | null;
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
                        decided: {
                            lead: string;
                            version: number;
                        }[];
                        refused: {
                            lead: string;
                            code: string;
                            fr: string;
                            en: string;
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
    "leads.undo": {
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
                    leads: {
                        lead: string;
                        version: number;
                    }[];
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
                        undone: string[];
                        refused: {
                            lead: string;
                            code: string;
                            fr: string;
                            en: string;
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
                            doubts: string[];
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
    "actions.list": {
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
                        actions: {
                            axis: string;
                            title: string;
                            description: string;
                            objectives: string;
                            audience: string;
                            pilots: string[];
                            referents: string[];
                            partners: string[];
                            otherPartners: string[];
                            structure: string;
                            governance: string;
                            leads: string[];
                            /** @enum {string} */
                            intervention: "behaviour" | "environment" | "renewables" | "other";
                            /** @enum {string} */
                            status: "to-discuss" | "upcoming" | "ongoing" | "on-hold" | "blocked" | "done" | "abandoned";
                            /** @enum {string} */
                            priority: "high" | "medium" | "low";
                            starts: string | null;
                            ends: string | null;
                            steps: {
                                what: string;
                                owner: string;
                                due: string | null;
                                done: boolean;
                            }[];
                            budget: {
                                what: string;
                                /** @enum {string} */
                                kind: "investment" | "running";
                                /** @enum {string} */
                                unit: "eur" | "fte";
                                year: number;
                                planned: number | null;
                                actual: number | null;
                            }[];
                            funders: {
                                name: string;
                                scheme: string | null;
                                amount: number | null;
                                /** @enum {string} */
                                state: "to-ask" | "asked" | "agreed" | "paid" | "refused";
                            }[];
                            indicators: {
                                label: string;
                                unit: string;
                                baseline: number | null;
                                target: number | null;
                                measures: {
                                    on: string;
                                    value: number;
                                }[];
                            }[];
                            notes: string;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            /** @enum {string} */
                            standing: "to-discuss" | "upcoming" | "ongoing" | "on-hold" | "blocked" | "done" | "abandoned" | "late";
                            remarks: {
                                code: string;
                                fr: string;
                                en: string;
                                next_fr: string;
                                next_en: string;
                            }[];
                            updated_at: string;
                        }[];
                        financing: {
                            investment: {
                                planned: number;
                                actual: number;
                                unknown: number;
                            };
                            running: {
                                planned: number;
                                actual: number;
                                unknown: number;
                            };
                            time: {
                                planned: number;
                                actual: number;
                                unknown: number;
                            };
                            readonly byYear: {
                                year: number;
                                investment: {
                                    planned: number;
                                    actual: number;
                                    unknown: number;
                                };
                                running: {
                                    planned: number;
                                    actual: number;
                                    unknown: number;
                                };
                            }[];
                            readonly byFunder: {
                                name: string;
                                amounts: {
                                    "to-ask": number;
                                    asked: number;
                                    agreed: number;
                                    paid: number;
                                };
                                unknown: number;
                            }[];
                            funding: {
                                "to-ask": number;
                                asked: number;
                                agreed: number;
                                paid: number;
                            };
                            unknownFunding: number;
                            ownIfSure: number;
                            ownIfHoped: number;
                        };
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
    "actions.create": {
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
                    axis?: string;
                    title: string;
                    description?: string;
                    objectives?: string;
                    audience?: string;
                    pilots?: string[];
                    referents?: string[];
                    partners?: string[];
                    otherPartners?: string[];
                    structure?: string;
                    governance?: string;
                    leads?: string[];
                    /** @enum {string} */
                    intervention?: "behaviour" | "environment" | "renewables" | "other";
                    /** @enum {string} */
                    status?: "to-discuss" | "upcoming" | "ongoing" | "on-hold" | "blocked" | "done" | "abandoned";
                    /** @enum {string} */
                    priority?: "high" | "medium" | "low";
                    starts?: string | null;
                    ends?: string | null;
                    steps?: {
                        what: string;
                        owner: string;
                        due: string | null;
                        done: boolean;
                    }[];
                    budget?: {
                        what: string;
                        /** @enum {string} */
                        kind: "investment" | "running";
                        /** @enum {string} */
                        unit: "eur" | "fte";
                        year: number;
                        planned: number | null;
                        actual: number | null;
                    }[];
                    funders?: {
                        name: string;
                        scheme: string | null;
                        amount: number | null;
                        /** @enum {string} */
                        state: "to-ask" | "asked" | "agreed" | "paid" | "refused";
                    }[];
                    indicators?: {
                        label: string;
                        unit: string;
                        baseline: number | null;
                        target: number | null;
                        measures: {
                            on: string;
                            value: number;
                        }[];
                    }[];
                    notes?: string;
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
    "actions.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                action: string;
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
                        action: {
                            axis: string;
                            title: string;
                            description: string;
                            objectives: string;
                            audience: string;
                            pilots: string[];
                            referents: string[];
                            partners: string[];
                            otherPartners: string[];
                            structure: string;
                            governance: string;
                            leads: string[];
                            /** @enum {string} */
                            intervention: "behaviour" | "environment" | "renewables" | "other";
                            /** @enum {string} */
                            status: "to-discuss" | "upcoming" | "ongoing" | "on-hold" | "blocked" | "done" | "abandoned";
                            /** @enum {string} */
                            priority: "high" | "medium" | "low";
                            starts: string | null;
                            ends: string | null;
                            steps: {
                                what: string;
                                owner: string;
                                due: string | null;
                                done: boolean;
                            }[];
                            budget: {
                                what: string;
                                /** @enum {string} */
                                kind: "investment" | "running";
                                /** @enum {string} */
                                unit: "eur" | "fte";
                                year: number;
                                planned: number | null;
                                actual: number | null;
                            }[];
                            funders: {
                                name: string;
                                scheme: string | null;
                                amount: number | null;
                                /** @enum {string} */
                                state: "to-ask" | "asked" | "agreed" | "paid" | "refused";
                            }[];
                            indicators: {
                                label: string;
                                unit: string;
                                baseline: number | null;
                                target: number | null;
                                measures: {
                                    on: string;
                                    value: number;
                                }[];
                            }[];
                            notes: string;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            /** @enum {string} */
                            standing: "to-discuss" | "upcoming" | "ongoing" | "on-hold" | "blocked" | "done" | "abandoned" | "late";
                            remarks: {
                                code: string;
                                fr: string;
                                en: string;
                                next_fr: string;
                                next_en: string;
                            }[];
                            updated_at: string;
                        };
                        financing: {
                            investment: {
                                planned: number;
                                actual: number;
                                unknown: number;
                            };
                            running: {
                                planned: number;
                                actual: number;
                                unknown: number;
                            };
                            time: {
                                planned: number;
                                actual: number;
                                unknown: number;
                            };
                            readonly byYear: {
                                year: number;
                                investment: {
                                    planned: number;
                                    actual: number;
                                    unknown: number;
                                };
                                running: {
                                    planned: number;
                                    actual: number;
                                    unknown: number;
                                };
                            }[];
                            readonly byFunder: {
                                name: string;
                                amounts: {
                                    "to-ask": number;
                                    asked: number;
                                    agreed: number;
                                    paid: number;
                                };
                                unknown: number;
                            }[];
                            funding: {
                                "to-ask": number;
                                asked: number;
                                agreed: number;
                                paid: number;
                            };
                            unknownFunding: number;
                            ownIfSure: number;
                            ownIfHoped: number;
                        };
                        aid: {
                            scheme: string;
                            name: {
                                fr: string;
                                en: string;
                            };
                            /** @enum {string} */
                            outcome: "possible" | "check" | "excluded";
                            amount: number | null;
                            rate: number | null;
                            reasons: {
                                /** @enum {string} */
                                holds: "yes" | "no" | "unknown";
                                fr: string;
                                en: string;
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
    "actions.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                action: string;
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
    "actions.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                action: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    fields: {
                        axis?: string;
                        title?: string;
                        description?: string;
                        objectives?: string;
                        audience?: string;
                        pilots?: string[];
                        referents?: string[];
                        partners?: string[];
                        otherPartners?: string[];
                        structure?: string;
                        governance?: string;
                        leads?: string[];
                        /** @enum {string} */
                        intervention?: "behaviour" | "environment" | "renewables" | "other";
                        /** @enum {string} */
                        status?: "to-discuss" | "upcoming" | "ongoing" | "on-hold" | "blocked" | "done" | "abandoned";
                        /** @enum {string} */
                        priority?: "high" | "medium" | "low";
                        starts?: string | null;
                        ends?: string | null;
                        steps?: {
                            what: string;
                            owner: string;
                            due: string | null;
                            done: boolean;
                        }[];
                        budget?: {
                            what: string;
                            /** @enum {string} */
                            kind: "investment" | "running";
                            /** @enum {string} */
                            unit: "eur" | "fte";
                            year: number;
                            planned: number | null;
                            actual: number | null;
                        }[];
                        funders?: {
                            name: string;
                            scheme: string | null;
                            amount: number | null;
                            /** @enum {string} */
                            state: "to-ask" | "asked" | "agreed" | "paid" | "refused";
                        }[];
                        indicators?: {
                            label: string;
                            unit: string;
                            baseline: number | null;
                            target: number | null;
                            measures: {
                                on: string;
                                value: number;
                            }[];
                        }[];
                        notes?: string;
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
    "actions.change-many": {
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
                    actions: {
                        /** Format: uuid */
                        id: string;
                        version: number;
                    }[];
                    fields: {
                        axis?: string;
                        /** @enum {string} */
                        status?: "to-discuss" | "upcoming" | "ongoing" | "on-hold" | "blocked" | "done" | "abandoned";
                        /** @enum {string} */
                        priority?: "high" | "medium" | "low";
                        pilots?: string[];
                        starts?: string | null;
                        ends?: string | null;
                        /** @enum {string} */
                        intervention?: "behaviour" | "environment" | "renewables" | "other";
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
                        changed: {
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                        refused: {
                            /** Format: uuid */
                            action: string;
                            code: string;
                            fr: string;
                            en: string;
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
    "actions.duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                action: string;
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
    "actions.restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                action: string;
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
    "actions.document": {
        parameters: {
            query: {
                lang?: "fr" | "en";
                format: "docx" | "pdf";
                q?: string;
                axis?: string;
                standing?: string;
                priority?: string;
                pilot?: string;
                company?: string;
                field?: string;
                todo?: string;
            };
            header?: never;
            path: {
                territory: string;
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
    "leads.actions": {
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
                        proposals: {
                            key: string;
                            title: string;
                            axis: string;
                            why: string;
                            owner: string;
                            months: number;
                            standing: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                            } | null;
                        }[];
                        linked: {
                            /** Format: uuid */
                            id: string;
                            title: string;
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
    "leads.plan": {
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
        requestBody: {
            content: {
                "application/json": {
                    keys: string[];
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
                        made: string[];
                        linked: string[];
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
    "comments.list": {
        parameters: {
            query: {
                object: "synergy" | "establishment" | "workshop" | "action";
                object_id: string;
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
                        comments: {
                            /** Format: uuid */
                            id: string;
                            at: string;
                            who: string | null;
                            mine: boolean;
                            body: string;
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
    "comments.create": {
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
                    object: "synergy" | "establishment" | "workshop" | "action";
                    object_id: string;
                    body: string;
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
    "comments.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                comment: string;
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
    "comments.restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                comment: string;
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
    "attachments.list": {
        parameters: {
            query: {
                object: "synergy" | "establishment" | "workshop" | "action";
                object_id: string;
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
                        attachments: {
                            /** Format: uuid */
                            id: string;
                            at: string;
                            who: string | null;
                            name: string;
                            size: number;
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
    "attachments.add": {
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
                    object: "synergy" | "establishment" | "workshop" | "action";
                    object_id: string;
                };
                "multipart/form-data": {
                    data?: string;
                    /** Format: binary */
                    file: string;
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
    "attachments.file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                attachment: string;
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
    "attachments.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                attachment: string;
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
    "attachments.restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                attachment: string;
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
    "workshops.list": {
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
                        workshops: {
                            name: string;
                            on: string;
                            /** @default  */
                            place: string;
                            /** @default [] */
                            participants: string[];
                            /** Format: uuid */
                            id: string;
                            cards: number;
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
    "workshops.create": {
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
                    on: string;
                    /** @default  */
                    place?: string;
                    /** @default [] */
                    participants?: string[];
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
    "workshops.read": {
        parameters: {
            query?: {
                lang?: "fr" | "en";
            };
            header?: never;
            path: {
                territory: string;
                workshop: string;
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
                        workshop: {
                            name: string;
                            on: string;
                            /** @default  */
                            place: string;
                            /** @default [] */
                            participants: string[];
                            /** Format: uuid */
                            id: string;
                            version: number;
                        };
                        cards: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            flow: string;
                            /** @enum {string} */
                            direction: "in" | "out";
                            label: string;
                            /** Format: uuid */
                            establishment: string;
                            company: string;
                            quantity: number | null;
                            unit: string | null;
                            leads: number;
                            seen: boolean;
                            without: string | null;
                        }[];
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
                            votes: number;
                            shortlisted: boolean;
                            cards: string[];
                            follow_up: {
                                next_step: string;
                                owner: string;
                                on: string;
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
    "workshops.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                workshop: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    on: string;
                    /** @default  */
                    place?: string;
                    /** @default [] */
                    participants?: string[];
                    version: number;
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
    "workshops.add-card": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                workshop: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    direction: "in" | "out";
                    label: string;
                    /** Format: uuid */
                    establishment?: string;
                    company?: string;
                    quantity?: number | null;
                    unit?: ("kg" | "t" | "m3" | "l" | "Nm3" | "kWh" | "MWh" | "GJ" | "kW" | "m2" | "piece" | "person" | "hour" | "day" | "month" | "trip" | "km" | "EUR") | null;
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
                        /** Format: uuid */
                        flow: string;
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
    "workshops.remove-card": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                workshop: string;
                card: string;
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
    "workshops.restore-card": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                workshop: string;
                card: string;
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
    "workshops.pick": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                workshop: string;
                lead: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    vote?: 1 | -1;
                    shortlisted?: boolean;
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
                        votes: number;
                        shortlisted: boolean;
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
                            stage: ("detected" | "to-qualify" | "in-discussion" | "under-study" | "in-negotiation" | "on-trial" | "agreed" | "operational" | "lasting" | "on-hold" | "abandoned") | null;
                            may_agree: boolean;
                            agreed: {
                                fields: ("name" | "quantity" | "gain")[];
                                date: string;
                            } | null;
                            seen: {
                                /** @enum {string} */
                                level: "facilitator" | "territory" | "named";
                                name: string | null;
                                label: string | null;
                                sector: string | null;
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
    "proposals.agree": {
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
                    fields: ("name" | "quantity" | "gain")[];
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
                        agreed: {
                            fields: ("name" | "quantity" | "gain")[];
                            date: string;
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
    "my-data.export": {
        parameters: {
            query?: {
                format?: "json" | "xlsx";
            };
            header?: never;
            path: {
                territory: string;
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
    "my-data.erase": {
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
                    confirm: "EFFACER" | "ERASE";
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
                        flows: number;
                        changes: number;
                        entries: number;
                        elsewhere: boolean;
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
    "demarches.list": {
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
                        demarches: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            type: string | null;
                            /** @enum {string} */
                            state: "here" | "joined" | "asked" | "declined" | "open";
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
    "demarches.ask": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                demarche: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    agreed: true;
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
                        state: "here" | "joined" | "asked" | "declined" | "open";
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
    "demarches.leave": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                demarche: string;
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
                        /** @enum {string} */
                        state: "here" | "joined" | "asked" | "declined" | "open";
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
    "joinings.list": {
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
                        joinings: {
                            name: string;
                            siret: string | null;
                            naf: string | null;
                            /** Format: uuid */
                            establishment: string;
                            at: string;
                            known: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                flows: number;
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
    "joinings.answer": {
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
                    /** @enum {string} */
                    answer: "accepted" | "declined";
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
                        answer: "accepted" | "declined";
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
    "obligations.list": {
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
                        day: string;
                        disclaimer: {
                            fr: string;
                            en: string;
                        };
                        obligations: {
                            id: string;
                            theme: string;
                            title: {
                                fr: string;
                                en: string;
                            };
                            sentence: {
                                fr: string;
                                en: string;
                            };
                            next_step: {
                                fr: string;
                                en: string;
                            };
                            /** @enum {string} */
                            applies: "applies" | "may-apply";
                            since: string | null;
                            due: {
                                on: string;
                                what: {
                                    fr: string;
                                    en: string;
                                } | null;
                            } | null;
                            passed: {
                                on: string;
                                what: {
                                    fr: string;
                                    en: string;
                                } | null;
                            }[];
                            every_months: number | null;
                            why: {
                                fr: string;
                                en: string;
                            }[];
                            asks: {
                                fr: string;
                                en: string;
                            }[];
                            basis: string;
                            /** @enum {string} */
                            confidence: "high" | "medium" | "low";
                            checked_on: string;
                        }[];
                        unsettled: {
                            count: number;
                            asks: {
                                fr: string;
                                en: string;
                            }[];
                        };
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
    "labels.understand": {
        parameters: {
            query: {
                label: string;
                direction: "in" | "out";
                family?: "matter" | "energy" | "water" | "information" | "service" | "equipment" | "space" | "skill" | "logistics";
                waste_code?: string;
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
                        /** @enum {string} */
                        state: "sure" | "doubtful" | "unknown";
                        resource: {
                            id: string;
                            name: {
                                fr: string;
                                en: string;
                            };
                        } | null;
                        question: {
                            fr: string;
                            en: string;
                        } | null;
                        others: {
                            id: string;
                            name: {
                                fr: string;
                                en: string;
                            };
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
    "visits.list": {
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
                        encounters: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            establishment: string;
                            /** @enum {string} */
                            kind: "call" | "visit" | "mail" | "workshop" | "charter-sent" | "charter-signed" | "confidentiality-sent" | "confidentiality-signed";
                            on_day: string;
                            notes: string;
                            who: string | null;
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
    "visits.create": {
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
                    id?: string;
                    /** Format: uuid */
                    establishment: string;
                    /** @enum {string} */
                    kind: "call" | "visit" | "mail" | "workshop" | "charter-sent" | "charter-signed" | "confidentiality-sent" | "confidentiality-signed";
                    on_day: string;
                    /** @default  */
                    notes?: string;
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
    "imports.list": {
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
                        imports: {
                            /** Format: uuid */
                            id: string;
                            at: string;
                            who: string | null;
                            file_name: string;
                            /** @enum {string} */
                            format: "inventory" | "sirene" | "irep" | "trackdechets" | "cnig";
                            /** @enum {string} */
                            status: "previewed" | "applied" | "undone";
                            applied_at: string | null;
                            undone_at: string | null;
                            create: {
                                establishments: number;
                                flows: number;
                            };
                            update: {
                                establishments: number;
                                flows: number;
                            };
                            to_correct: number;
                            kept: {
                                /** @enum {string} */
                                object: "establishment" | "flow" | "territory";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                fr: string;
                                en: string;
                            }[];
                            forgotten: boolean;
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
    "imports.preview": {
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
                    text?: string;
                    /**
                     * @default inventory
                     * @enum {string}
                     */
                    format?: "inventory" | "sirene" | "irep" | "trackdechets" | "cnig";
                };
                "multipart/form-data": {
                    data?: string;
                    /** Format: binary */
                    file: string;
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
                        at: string;
                        who: string | null;
                        file_name: string;
                        /** @enum {string} */
                        format: "inventory" | "sirene" | "irep" | "trackdechets" | "cnig";
                        /** @enum {string} */
                        status: "previewed" | "applied" | "undone";
                        applied_at: string | null;
                        undone_at: string | null;
                        create: {
                            establishments: number;
                            flows: number;
                        };
                        update: {
                            establishments: number;
                            flows: number;
                        };
                        to_correct: number;
                        kept: {
                            /** @enum {string} */
                            object: "establishment" | "flow" | "territory";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            fr: string;
                            en: string;
                        }[];
                        forgotten: boolean;
                        preview: {
                            read: {
                                establishments: number;
                                flows: number;
                            };
                            create: {
                                establishments: number;
                                flows: number;
                            };
                            update: {
                                establishments: number;
                                flows: number;
                            };
                            unchanged: number;
                            changes: {
                                /** @enum {string} */
                                object: "establishment" | "flow";
                                /** @enum {string} */
                                does: "create" | "update";
                                name: string;
                                of: string | null;
                                fields: {
                                    field: string;
                                    before: string | null;
                                    after: string;
                                }[];
                            }[];
                            more_changes: number;
                            to_correct: number;
                            refused: {
                                sheet: string;
                                row: number | null;
                                column: string | null;
                                value: string | null;
                                code: string;
                                fr: string;
                                en: string;
                                kept: boolean;
                                /** @enum {string} */
                                kind: "correct" | "confirm" | "know";
                                fixable: boolean;
                            }[];
                            notes: {
                                code: string;
                                fr: string;
                                en: string;
                            }[];
                            columns: {
                                sheet: string;
                                /** @enum {string} */
                                table: "establishments" | "flows";
                                header: string;
                                key: string | null;
                                suggestion: string | null;
                                confidence: number | null;
                            }[];
                        };
                        mapping: {
                            /** @default {} */
                            establishments: {
                                [key: string]: string | null;
                            };
                            /** @default {} */
                            flows: {
                                [key: string]: string | null;
                            };
                        };
                        corrections: {
                            sheet: string;
                            row: number;
                            column: string;
                            found: string | null;
                            value: string;
                        }[];
                        more_refused: number;
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
    "imports.choices": {
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
                            key: string;
                            fr: string;
                            en: string;
                        }[];
                        flows: {
                            key: string;
                            fr: string;
                            en: string;
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
    "imports.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                import: string;
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
                        /** Format: uuid */
                        id: string;
                        at: string;
                        who: string | null;
                        file_name: string;
                        /** @enum {string} */
                        format: "inventory" | "sirene" | "irep" | "trackdechets" | "cnig";
                        /** @enum {string} */
                        status: "previewed" | "applied" | "undone";
                        applied_at: string | null;
                        undone_at: string | null;
                        create: {
                            establishments: number;
                            flows: number;
                        };
                        update: {
                            establishments: number;
                            flows: number;
                        };
                        to_correct: number;
                        kept: {
                            /** @enum {string} */
                            object: "establishment" | "flow" | "territory";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            fr: string;
                            en: string;
                        }[];
                        forgotten: boolean;
                        preview: {
                            read: {
                                establishments: number;
                                flows: number;
                            };
                            create: {
                                establishments: number;
                                flows: number;
                            };
                            update: {
                                establishments: number;
                                flows: number;
                            };
                            unchanged: number;
                            changes: {
                                /** @enum {string} */
                                object: "establishment" | "flow";
                                /** @enum {string} */
                                does: "create" | "update";
                                name: string;
                                of: string | null;
                                fields: {
                                    field: string;
                                    before: string | null;
                                    after: string;
                                }[];
                            }[];
                            more_changes: number;
                            to_correct: number;
                            refused: {
                                sheet: string;
                                row: number | null;
                                column: string | null;
                                value: string | null;
                                code: string;
                                fr: string;
                                en: string;
                                kept: boolean;
                                /** @enum {string} */
                                kind: "correct" | "confirm" | "know";
                                fixable: boolean;
                            }[];
                            notes: {
                                code: string;
                                fr: string;
                                en: string;
                            }[];
                            columns: {
                                sheet: string;
                                /** @enum {string} */
                                table: "establishments" | "flows";
                                header: string;
                                key: string | null;
                                suggestion: string | null;
                                confidence: number | null;
                            }[];
                        };
                        mapping: {
                            /** @default {} */
                            establishments: {
                                [key: string]: string | null;
                            };
                            /** @default {} */
                            flows: {
                                [key: string]: string | null;
                            };
                        };
                        corrections: {
                            sheet: string;
                            row: number;
                            column: string;
                            found: string | null;
                            value: string;
                        }[];
                        more_refused: number;
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
    "imports.correct": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                import: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mapping?: {
                        /** @default {} */
                        establishments?: {
                            [key: string]: string | null;
                        };
                        /** @default {} */
                        flows?: {
                            [key: string]: string | null;
                        };
                    };
                    /** @default [] */
                    corrections?: {
                        sheet: string;
                        row: number;
                        column: string;
                        found: string | null;
                        value: string;
                    }[];
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
                        id: string;
                        at: string;
                        who: string | null;
                        file_name: string;
                        /** @enum {string} */
                        format: "inventory" | "sirene" | "irep" | "trackdechets" | "cnig";
                        /** @enum {string} */
                        status: "previewed" | "applied" | "undone";
                        applied_at: string | null;
                        undone_at: string | null;
                        create: {
                            establishments: number;
                            flows: number;
                        };
                        update: {
                            establishments: number;
                            flows: number;
                        };
                        to_correct: number;
                        kept: {
                            /** @enum {string} */
                            object: "establishment" | "flow" | "territory";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            fr: string;
                            en: string;
                        }[];
                        forgotten: boolean;
                        preview: {
                            read: {
                                establishments: number;
                                flows: number;
                            };
                            create: {
                                establishments: number;
                                flows: number;
                            };
                            update: {
                                establishments: number;
                                flows: number;
                            };
                            unchanged: number;
                            changes: {
                                /** @enum {string} */
                                object: "establishment" | "flow";
                                /** @enum {string} */
                                does: "create" | "update";
                                name: string;
                                of: string | null;
                                fields: {
                                    field: string;
                                    before: string | null;
                                    after: string;
                                }[];
                            }[];
                            more_changes: number;
                            to_correct: number;
                            refused: {
                                sheet: string;
                                row: number | null;
                                column: string | null;
                                value: string | null;
                                code: string;
                                fr: string;
                                en: string;
                                kept: boolean;
                                /** @enum {string} */
                                kind: "correct" | "confirm" | "know";
                                fixable: boolean;
                            }[];
                            notes: {
                                code: string;
                                fr: string;
                                en: string;
                            }[];
                            columns: {
                                sheet: string;
                                /** @enum {string} */
                                table: "establishments" | "flows";
                                header: string;
                                key: string | null;
                                suggestion: string | null;
                                confidence: number | null;
                            }[];
                        };
                        mapping: {
                            /** @default {} */
                            establishments: {
                                [key: string]: string | null;
                            };
                            /** @default {} */
                            flows: {
                                [key: string]: string | null;
                            };
                        };
                        corrections: {
                            sheet: string;
                            row: number;
                            column: string;
                            found: string | null;
                            value: string;
                        }[];
                        more_refused: number;
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
    "imports.refused": {
        parameters: {
            query?: {
                lang?: "fr" | "en";
            };
            header?: never;
            path: {
                territory: string;
                import: string;
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
    "imports.apply": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                import: string;
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
                        /** Format: uuid */
                        id: string;
                        at: string;
                        who: string | null;
                        file_name: string;
                        /** @enum {string} */
                        format: "inventory" | "sirene" | "irep" | "trackdechets" | "cnig";
                        /** @enum {string} */
                        status: "previewed" | "applied" | "undone";
                        applied_at: string | null;
                        undone_at: string | null;
                        create: {
                            establishments: number;
                            flows: number;
                        };
                        update: {
                            establishments: number;
                            flows: number;
                        };
                        to_correct: number;
                        kept: {
                            /** @enum {string} */
                            object: "establishment" | "flow" | "territory";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            fr: string;
                            en: string;
                        }[];
                        forgotten: boolean;
                        preview: {
                            read: {
                                establishments: number;
                                flows: number;
                            };
                            create: {
                                establishments: number;
                                flows: number;
                            };
                            update: {
                                establishments: number;
                                flows: number;
                            };
                            unchanged: number;
                            changes: {
                                /** @enum {string} */
                                object: "establishment" | "flow";
                                /** @enum {string} */
                                does: "create" | "update";
                                name: string;
                                of: string | null;
                                fields: {
                                    field: string;
                                    before: string | null;
                                    after: string;
                                }[];
                            }[];
                            more_changes: number;
                            to_correct: number;
                            refused: {
                                sheet: string;
                                row: number | null;
                                column: string | null;
                                value: string | null;
                                code: string;
                                fr: string;
                                en: string;
                                kept: boolean;
                                /** @enum {string} */
                                kind: "correct" | "confirm" | "know";
                                fixable: boolean;
                            }[];
                            notes: {
                                code: string;
                                fr: string;
                                en: string;
                            }[];
                            columns: {
                                sheet: string;
                                /** @enum {string} */
                                table: "establishments" | "flows";
                                header: string;
                                key: string | null;
                                suggestion: string | null;
                                confidence: number | null;
                            }[];
                        };
                        mapping: {
                            /** @default {} */
                            establishments: {
                                [key: string]: string | null;
                            };
                            /** @default {} */
                            flows: {
                                [key: string]: string | null;
                            };
                        };
                        corrections: {
                            sheet: string;
                            row: number;
                            column: string;
                            found: string | null;
                            value: string;
                        }[];
                        more_refused: number;
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
    "imports.undo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                import: string;
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
                        removed: {
                            establishments: number;
                            flows: number;
                        };
                        restored: {
                            establishments: number;
                            flows: number;
                        };
                        kept: {
                            /** @enum {string} */
                            object: "establishment" | "flow" | "territory";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            fr: string;
                            en: string;
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
    "insight.read": {
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
                        insight: {
                            day: string;
                            sankey: {
                                nodes: {
                                    id: string;
                                    label: {
                                        fr: string;
                                        en: string;
                                    } | null;
                                    group: string;
                                }[];
                                links: {
                                    source: string;
                                    target: string;
                                    value: number;
                                }[];
                                unquantified: number;
                            };
                            families: {
                                /** @enum {string} */
                                family: "matter" | "energy" | "water" | "information" | "service" | "equipment" | "space" | "skill" | "logistics";
                                unknown: number;
                                rows: {
                                    name: {
                                        fr: string;
                                        en: string;
                                    };
                                    unit: string;
                                    flows: number;
                                    offered: {
                                        value: number | null;
                                        low: number | null;
                                        high: number | null;
                                        unit: string;
                                        /** @enum {string} */
                                        state: "known" | "unknown" | "not-applicable";
                                    } | null;
                                    wanted: {
                                        value: number | null;
                                        low: number | null;
                                        high: number | null;
                                        unit: string;
                                        /** @enum {string} */
                                        state: "known" | "unknown" | "not-applicable";
                                    } | null;
                                }[];
                            }[];
                            stakes: {
                                id: string;
                                /** @enum {string} */
                                level: "company" | "territory";
                                title: {
                                    fr: string;
                                    en: string;
                                };
                                evidence: {
                                    fr: string;
                                    en: string;
                                }[];
                                todo: {
                                    fr: string;
                                    en: string;
                                } | null;
                            }[];
                            reductions: {
                                id: string;
                                /** @enum {string} */
                                lever: "prevention" | "internal-reuse" | "energy" | "water";
                                title: {
                                    fr: string;
                                    en: string;
                                };
                                label: string;
                                establishment: string;
                                site: string;
                                avoided: {
                                    value: number | null;
                                    low: number | null;
                                    high: number | null;
                                    unit: string;
                                    /** @enum {string} */
                                    state: "known" | "unknown" | "not-applicable";
                                };
                                full_cost: {
                                    value: number | null;
                                    low: number | null;
                                    high: number | null;
                                    unit: string;
                                    /** @enum {string} */
                                    state: "known" | "unknown" | "not-applicable";
                                };
                                visible_cost: {
                                    value: number | null;
                                    low: number | null;
                                    high: number | null;
                                    unit: string;
                                    /** @enum {string} */
                                    state: "known" | "unknown" | "not-applicable";
                                };
                                gain: {
                                    value: number | null;
                                    low: number | null;
                                    high: number | null;
                                    unit: string;
                                    /** @enum {string} */
                                    state: "known" | "unknown" | "not-applicable";
                                };
                                investment: {
                                    value: number | null;
                                    low: number | null;
                                    high: number | null;
                                    unit: string;
                                    /** @enum {string} */
                                    state: "known" | "unknown" | "not-applicable";
                                };
                                co2e: {
                                    value: number | null;
                                    low: number | null;
                                    high: number | null;
                                    unit: string;
                                    /** @enum {string} */
                                    state: "known" | "unknown" | "not-applicable";
                                };
                            }[];
                            dependencies: {
                                label: string;
                                establishment: string;
                                site: string;
                                spend: {
                                    value: number | null;
                                    low: number | null;
                                    high: number | null;
                                    unit: string;
                                    /** @enum {string} */
                                    state: "known" | "unknown" | "not-applicable";
                                };
                                sentence: {
                                    fr: string;
                                    en: string;
                                };
                                leads: string[];
                            }[];
                        } | null;
                        fresh: boolean;
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
    "insight.totals": {
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
                        totals: {
                            day: string;
                            rule: {
                                units: number;
                                share: number;
                            };
                            counts: {
                                establishments: number;
                                flows: number;
                                leads: number;
                            };
                            totals: {
                                label: {
                                    fr: string;
                                    en: string;
                                };
                                unit: string;
                                told: {
                                    value: number;
                                    low: number;
                                    high: number;
                                } | null;
                            }[];
                            tables: {
                                title: {
                                    fr: string;
                                    en: string;
                                };
                                unit: string;
                                rows: {
                                    fr: string;
                                    en: string;
                                }[];
                                columns: {
                                    fr: string;
                                    en: string;
                                }[];
                                cells: (number | null)[][];
                            }[];
                            stakes: {
                                id: string;
                                /** @enum {string} */
                                level: "company" | "territory";
                                title: {
                                    fr: string;
                                    en: string;
                                };
                                documented: boolean;
                            }[];
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
    "insight.outline": {
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
                        roads: {
                            name: string;
                            /** @enum {string} */
                            mode: "road" | "ferry";
                            line: [
                                number,
                                number
                            ][];
                        }[];
                        places: {
                            name: string;
                            lon: number;
                            lat: number;
                        }[];
                        boundaries: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            at: string;
                            shapes: number;
                            geojson: unknown;
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
    "insight.week": {
        parameters: {
            query?: {
                since?: string;
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
                        phases: {
                            id: string;
                            done: boolean;
                            share: number;
                        }[][];
                        contracts: {
                            flow: string;
                            label: string;
                            establishment: string;
                            site: string;
                            ends: string;
                        }[];
                        links: {
                            id: string;
                            site: string;
                            establishment: string;
                            created_at: string;
                        }[];
                        never_contacted: {
                            id: string;
                            name: string;
                        }[];
                        documents_old: boolean;
                        changes: {
                            object: string;
                            action: string;
                            count: number;
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
    "scenarios.list": {
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
                        scenarios: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            wish: {
                                /** @enum {string} */
                                objective: "gain" | "co2e" | "diverted";
                                budget: number | null;
                                excluded: string[];
                                required: string[];
                            };
                            /** @enum {string} */
                            status: "asked" | "solving" | "done" | "failed" | "stopped";
                            progress: {
                                part: number;
                                parts: number;
                                objective: number | null;
                                gap: number | null;
                            } | null;
                            answer: {
                                /** @enum {string} */
                                status: "optimal" | "feasible" | "infeasible" | "unbounded" | "stopped";
                                objective: number | null;
                                bound: number | null;
                                gap: number | null;
                                conflicts: {
                                    fr: string;
                                    en: string;
                                }[];
                                investment: number;
                                totals: {
                                    /** @enum {string} */
                                    measure: "gain" | "co2e" | "diverted";
                                    figure: {
                                        value: number | null;
                                        low: number | null;
                                        high: number | null;
                                        unit: string;
                                        /** @enum {string} */
                                        state: "known" | "unknown" | "not-applicable";
                                    };
                                }[];
                                leads: {
                                    id: string;
                                    title: {
                                        fr: string;
                                        en: string;
                                    };
                                    gain: {
                                        value: number | null;
                                        low: number | null;
                                        high: number | null;
                                        unit: string;
                                        /** @enum {string} */
                                        state: "known" | "unknown" | "not-applicable";
                                    };
                                    co2e: {
                                        value: number | null;
                                        low: number | null;
                                        high: number | null;
                                        unit: string;
                                        /** @enum {string} */
                                        state: "known" | "unknown" | "not-applicable";
                                    };
                                    diverted: {
                                        value: number | null;
                                        low: number | null;
                                        high: number | null;
                                        unit: string;
                                        /** @enum {string} */
                                        state: "known" | "unknown" | "not-applicable";
                                    };
                                    investment: {
                                        value: number | null;
                                        low: number | null;
                                        high: number | null;
                                        unit: string;
                                        /** @enum {string} */
                                        state: "known" | "unknown" | "not-applicable";
                                    };
                                }[];
                            } | null;
                            asked_at: string;
                            solved_at: string | null;
                            version: number;
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
    "scenarios.create": {
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
                    wish: {
                        /** @enum {string} */
                        objective: "gain" | "co2e" | "diverted";
                        budget: number | null;
                        excluded: string[];
                        required: string[];
                    };
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
    "scenarios.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                scenario: string;
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
    "scenarios.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                scenario: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    name?: string;
                    wish?: {
                        /** @enum {string} */
                        objective: "gain" | "co2e" | "diverted";
                        budget: number | null;
                        excluded: string[];
                        required: string[];
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
    "scenarios.stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                scenario: string;
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
    "scenarios.restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                scenario: string;
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
    "boundaries.upload": {
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
                "application/json": Record<string, never>;
                "multipart/form-data": {
                    data?: string;
                    /** Format: binary */
                    file: string;
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
                        shapes: number;
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
    "boundaries.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                boundary: string;
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
    "boundaries.restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territory: string;
                boundary: string;
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
    "exports.companies": {
        parameters: {
            query?: {
                q?: string;
                zone?: string;
                sort?: string;
                lang?: "fr" | "en";
                format?: "csv" | "xlsx" | "geojson" | "cnig";
            };
            header?: never;
            path: {
                territory: string;
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
    "exports.flows": {
        parameters: {
            query?: {
                q?: string;
                direction?: string;
                family?: string;
                company?: string;
                doubtful?: string;
                empty?: string;
                sort?: string;
                lang?: "fr" | "en";
                format?: "csv" | "xlsx" | "geojson";
            };
            header?: never;
            path: {
                territory: string;
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
    "exports.leads": {
        parameters: {
            query?: {
                q?: string;
                kind?: string;
                verdict?: string;
                stage?: string;
                company?: string;
                family?: string;
                gain?: string;
                todo?: string;
                sort?: string;
                lang?: "fr" | "en";
                format?: "csv" | "xlsx";
            };
            header?: never;
            path: {
                territory: string;
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
    "exports.portfolio": {
        parameters: {
            query?: {
                q?: string;
                kind?: string;
                verdict?: string;
                stage?: string;
                company?: string;
                family?: string;
                gain?: string;
                todo?: string;
                sort?: string;
                lang?: "fr" | "en";
                format?: "csv" | "xlsx";
            };
            header?: never;
            path: {
                territory: string;
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
    "exports.contacts": {
        parameters: {
            query?: {
                q?: string;
                quiet?: string;
                charter?: string;
                lang?: "fr" | "en";
                format?: "csv" | "xlsx";
            };
            header?: never;
            path: {
                territory: string;
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
    "exports.obligations": {
        parameters: {
            query?: {
                q?: string;
                zone?: string;
                establishment?: string;
                lang?: "fr" | "en";
                format?: "csv" | "xlsx";
            };
            header?: never;
            path: {
                territory: string;
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
