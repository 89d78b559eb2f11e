CREATE TABLE "Services" (
    "Id" uuid NOT NULL,
    "OrganisationId" uuid NOT NULL,
    "Code" character varying(60) NOT NULL,
    "CodeKey" character varying(60) NOT NULL,
    "FiscalYear" character varying(20) NOT NULL,
    "Profile" text NOT NULL,
    "Search" text NOT NULL,
    "SortEn" character varying(120) NOT NULL,
    "SortFr" character varying(120) NOT NULL,
    "Description_De" text NOT NULL,
    "Description_En" text NOT NULL,
    "Description_Fr" text NOT NULL,
    "Description_Nl" text NOT NULL,
    "Name_De" character varying(2000) NOT NULL,
    "Name_En" character varying(2000) NOT NULL,
    "Name_Fr" character varying(2000) NOT NULL,
    "Name_Nl" character varying(2000) NOT NULL,
    CONSTRAINT "PK_Services" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Services_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "ServiceStandards" (
    "Id" uuid NOT NULL,
    "ServiceId" uuid NOT NULL,
    "Code" character varying(60) NOT NULL,
    "CodeKey" character varying(60) NOT NULL,
    "Type" character varying(10) NOT NULL,
    "Channel" character varying(60) NOT NULL,
    "Text_De" text NOT NULL,
    "Text_En" text NOT NULL,
    "Text_Fr" text NOT NULL,
    "Text_Nl" text NOT NULL,
    CONSTRAINT "PK_ServiceStandards" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ServiceStandards_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ServiceVolumes" (
    "Id" uuid NOT NULL,
    "ServiceId" uuid NOT NULL,
    "FiscalYear" character varying(20) NOT NULL,
    "Channel" character varying(20) NOT NULL,
    "State" character varying(40) NOT NULL,
    "Count" bigint,
    CONSTRAINT "PK_ServiceVolumes" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ServiceVolumes_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE CASCADE
);

CREATE TABLE "StandardResults" (
    "Id" uuid NOT NULL,
    "StandardId" uuid NOT NULL,
    "FiscalYear" character varying(20) NOT NULL,
    "ReportedOn" date NOT NULL,
    "Target" numeric,
    "MeetingTarget" bigint,
    "Total" bigint,
    "ReportedMet" character varying(2),
    "Comment_De" text NOT NULL,
    "Comment_En" text NOT NULL,
    "Comment_Fr" text NOT NULL,
    "Comment_Nl" text NOT NULL,
    CONSTRAINT "PK_StandardResults" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_StandardResults_ServiceStandards_StandardId" FOREIGN KEY ("StandardId") REFERENCES "ServiceStandards" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_Services_CodeKey" ON "Services" ("CodeKey");

CREATE INDEX "IX_Services_OrganisationId" ON "Services" ("OrganisationId");

CREATE UNIQUE INDEX "IX_ServiceStandards_ServiceId_CodeKey" ON "ServiceStandards" ("ServiceId", "CodeKey");

CREATE UNIQUE INDEX "IX_ServiceVolumes_ServiceId_FiscalYear_Channel" ON "ServiceVolumes" ("ServiceId", "FiscalYear", "Channel");

CREATE UNIQUE INDEX "IX_StandardResults_StandardId_FiscalYear" ON "StandardResults" ("StandardId", "FiscalYear");

CREATE TABLE "CatalogueImports" (
    "Id" uuid NOT NULL,
    "OrganisationId" uuid NOT NULL,
    "By" text NOT NULL,
    "AtUtc" timestamp with time zone NOT NULL,
    "Committed" boolean NOT NULL,
    "NewOrganisations" integer NOT NULL,
    "Files" text NOT NULL,
    "FindingCounts" text NOT NULL,
    "Unreadable" text,
    CONSTRAINT "PK_CatalogueImports" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_CatalogueImports_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "CatalogueFindings" (
    "ImportId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Code" character varying(60) NOT NULL,
    "Severity" character varying(40) NOT NULL,
    "File" character varying(40) NOT NULL,
    "Row" bigint NOT NULL,
    "Line" bigint NOT NULL,
    "Subject" text NOT NULL,
    "Field" text NOT NULL,
    "Args" text NOT NULL,
    CONSTRAINT "PK_CatalogueFindings" PRIMARY KEY ("ImportId", "Number"),
    CONSTRAINT "FK_CatalogueFindings_CatalogueImports_ImportId" FOREIGN KEY ("ImportId") REFERENCES "CatalogueImports" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_CatalogueImports_OrganisationId" ON "CatalogueImports" ("OrganisationId");
