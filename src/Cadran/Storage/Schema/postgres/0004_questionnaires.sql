CREATE TABLE "Questionnaires" (
    "Id" uuid NOT NULL,
    "ServiceId" uuid NOT NULL,
    "Name" character varying(200) NOT NULL,
    "Draft" text NOT NULL,
    "OwnItemsReason" character varying(1000),
    "Version" integer NOT NULL,
    "Revision" integer NOT NULL,
    "Undoable" text,
    CONSTRAINT "PK_Questionnaires" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Questionnaires_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "QuestionnaireVersions" (
    "Id" uuid NOT NULL,
    "QuestionnaireId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Content" text NOT NULL,
    "PublishedAtUtc" timestamp with time zone NOT NULL,
    "OwnItemsReason" character varying(1000),
    CONSTRAINT "PK_QuestionnaireVersions" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_QuestionnaireVersions_Questionnaires_QuestionnaireId" FOREIGN KEY ("QuestionnaireId") REFERENCES "Questionnaires" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Questionnaires_ServiceId" ON "Questionnaires" ("ServiceId");

CREATE UNIQUE INDEX "IX_QuestionnaireVersions_QuestionnaireId_Number" ON "QuestionnaireVersions" ("QuestionnaireId", "Number");
