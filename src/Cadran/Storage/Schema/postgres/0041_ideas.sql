-- Boxes for ideas of staff, what came, what was answered, and who supports what.
CREATE TABLE "IdeaBoxes" (
    "Id" uuid NOT NULL,
    "OrganisationId" uuid NOT NULL,
    "ServiceId" uuid,
    "Slug" character varying(16) NOT NULL,
    "AnswerDays" integer NOT NULL,
    "OpenedBy" character varying(256) NOT NULL,
    "OpenedAtUtc" timestamp with time zone NOT NULL,
    "ClosedBy" character varying(256),
    "ClosedAtUtc" timestamp with time zone,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_IdeaBoxes" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_IdeaBoxes_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_IdeaBoxes_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_IdeaBoxes_Slug" ON "IdeaBoxes" ("Slug");

CREATE INDEX "IX_IdeaBoxes_OrganisationId" ON "IdeaBoxes" ("OrganisationId");

CREATE INDEX "IX_IdeaBoxes_ServiceId" ON "IdeaBoxes" ("ServiceId");

CREATE TABLE "Ideas" (
    "Id" uuid NOT NULL,
    "BoxId" uuid NOT NULL,
    "Text" character varying(4000) NOT NULL,
    "Language" character varying(2) NOT NULL,
    "Author" character varying(120),
    "ReceivedOn" date NOT NULL,
    "AnswerBy" date NOT NULL,
    "Receipt" character varying(64) NOT NULL,
    CONSTRAINT "PK_Ideas" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Ideas_IdeaBoxes_BoxId" FOREIGN KEY ("BoxId") REFERENCES "IdeaBoxes" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_Ideas_Receipt" ON "Ideas" ("Receipt");

CREATE INDEX "IX_Ideas_BoxId" ON "Ideas" ("BoxId");

CREATE TABLE "IdeaAnswers" (
    "Id" uuid NOT NULL,
    "IdeaId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Outcome" character varying(40) NOT NULL,
    "Reason_De" character varying(4000) NOT NULL,
    "Reason_En" character varying(4000) NOT NULL,
    "Reason_Fr" character varying(4000) NOT NULL,
    "Reason_Nl" character varying(4000) NOT NULL,
    "On" date NOT NULL,
    "By" character varying(256) NOT NULL,
    "AtUtc" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_IdeaAnswers" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_IdeaAnswers_Ideas_IdeaId" FOREIGN KEY ("IdeaId") REFERENCES "Ideas" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_IdeaAnswers_IdeaId_Number" ON "IdeaAnswers" ("IdeaId", "Number");

CREATE TABLE "IdeaComments" (
    "Id" uuid NOT NULL,
    "IdeaId" uuid NOT NULL,
    "Text" character varying(2000) NOT NULL,
    "By" character varying(256) NOT NULL,
    "AtUtc" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_IdeaComments" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_IdeaComments_Ideas_IdeaId" FOREIGN KEY ("IdeaId") REFERENCES "Ideas" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_IdeaComments_IdeaId" ON "IdeaComments" ("IdeaId");

CREATE TABLE "IdeaVotes" (
    "Id" uuid NOT NULL,
    "IdeaId" uuid NOT NULL,
    "UserId" uuid NOT NULL,
    "AtUtc" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_IdeaVotes" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_IdeaVotes_Ideas_IdeaId" FOREIGN KEY ("IdeaId") REFERENCES "Ideas" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_IdeaVotes_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_IdeaVotes_IdeaId_UserId" ON "IdeaVotes" ("IdeaId", "UserId");

CREATE INDEX "IX_IdeaVotes_UserId" ON "IdeaVotes" ("UserId");
