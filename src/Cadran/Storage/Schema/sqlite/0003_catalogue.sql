CREATE TABLE "Services" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Services" PRIMARY KEY,
    "OrganisationId" TEXT NOT NULL,
    "Code" TEXT NOT NULL,
    "CodeKey" TEXT NOT NULL,
    "FiscalYear" TEXT NOT NULL,
    "Profile" TEXT NOT NULL,
    "Search" TEXT NOT NULL,
    "SortEn" TEXT NOT NULL,
    "SortFr" TEXT NOT NULL,
    "Description_De" TEXT NOT NULL,
    "Description_En" TEXT NOT NULL,
    "Description_Fr" TEXT NOT NULL,
    "Description_Nl" TEXT NOT NULL,
    "Name_De" TEXT NOT NULL,
    "Name_En" TEXT NOT NULL,
    "Name_Fr" TEXT NOT NULL,
    "Name_Nl" TEXT NOT NULL,
    CONSTRAINT "FK_Services_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "ServiceStandards" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ServiceStandards" PRIMARY KEY,
    "ServiceId" TEXT NOT NULL,
    "Code" TEXT NOT NULL,
    "CodeKey" TEXT NOT NULL,
    "Type" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Text_De" TEXT NOT NULL,
    "Text_En" TEXT NOT NULL,
    "Text_Fr" TEXT NOT NULL,
    "Text_Nl" TEXT NOT NULL,
    CONSTRAINT "FK_ServiceStandards_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ServiceVolumes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ServiceVolumes" PRIMARY KEY,
    "ServiceId" TEXT NOT NULL,
    "FiscalYear" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Count" INTEGER NULL,
    CONSTRAINT "FK_ServiceVolumes_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE CASCADE
);

CREATE TABLE "StandardResults" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_StandardResults" PRIMARY KEY,
    "StandardId" TEXT NOT NULL,
    "FiscalYear" TEXT NOT NULL,
    "ReportedOn" TEXT NOT NULL,
    "Target" TEXT NULL,
    "MeetingTarget" INTEGER NULL,
    "Total" INTEGER NULL,
    "ReportedMet" TEXT NULL,
    "Comment_De" TEXT NOT NULL,
    "Comment_En" TEXT NOT NULL,
    "Comment_Fr" TEXT NOT NULL,
    "Comment_Nl" TEXT NOT NULL,
    CONSTRAINT "FK_StandardResults_ServiceStandards_StandardId" FOREIGN KEY ("StandardId") REFERENCES "ServiceStandards" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_Services_CodeKey" ON "Services" ("CodeKey");

CREATE INDEX "IX_Services_OrganisationId" ON "Services" ("OrganisationId");

CREATE UNIQUE INDEX "IX_ServiceStandards_ServiceId_CodeKey" ON "ServiceStandards" ("ServiceId", "CodeKey");

CREATE UNIQUE INDEX "IX_ServiceVolumes_ServiceId_FiscalYear_Channel" ON "ServiceVolumes" ("ServiceId", "FiscalYear", "Channel");

CREATE UNIQUE INDEX "IX_StandardResults_StandardId_FiscalYear" ON "StandardResults" ("StandardId", "FiscalYear");

CREATE TABLE "CatalogueImports" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CatalogueImports" PRIMARY KEY,
    "OrganisationId" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "AtUtc" TEXT NOT NULL,
    "Committed" INTEGER NOT NULL,
    "NewOrganisations" INTEGER NOT NULL,
    "Files" TEXT NOT NULL,
    "FindingCounts" TEXT NOT NULL,
    "Unreadable" TEXT NULL,
    CONSTRAINT "FK_CatalogueImports_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "CatalogueFindings" (
    "ImportId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Code" TEXT NOT NULL,
    "Severity" TEXT NOT NULL,
    "File" TEXT NOT NULL,
    "Row" INTEGER NOT NULL,
    "Line" INTEGER NOT NULL,
    "Subject" TEXT NOT NULL,
    "Field" TEXT NOT NULL,
    "Args" TEXT NOT NULL,
    CONSTRAINT "PK_CatalogueFindings" PRIMARY KEY ("ImportId", "Number"),
    CONSTRAINT "FK_CatalogueFindings_CatalogueImports_ImportId" FOREIGN KEY ("ImportId") REFERENCES "CatalogueImports" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_CatalogueImports_OrganisationId" ON "CatalogueImports" ("OrganisationId");
