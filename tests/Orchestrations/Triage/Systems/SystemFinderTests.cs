using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy.Systems;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tests.Runbooks;

namespace HelpDesk.Orchestrations.Tests.Triage.Systems;

/// <summary>Whose password, lock or code a ticket is about.</summary>
public sealed class SystemFinderTests
{
    [Theory]
    [InlineData("Password", "I forgot my password, please reset it")]
    [InlineData("", "pw vergessen")]
    [InlineData("", "mdp oublié")]
    [InlineData("", "pls unlock me")]
    [InlineData("Konto gesperrt", "Mein Windows-Konto ist nach drei Versuchen zu")]
    [InlineData("Outlook", "Outlook keeps asking for my password since I changed it")]
    [InlineData("MFA", "My authenticator shows no prompt any more")]
    [InlineData("Cuenta", "Mi cuenta está bloqueada y no puedo iniciar sesión en el portátil")]
    public void System_CompanyAccount_IsTheDirectory(string title, string text) => (Find(title, text) ?? SystemTable.Entra).ShouldBe(SystemTable.Entra);

    [Theory]
    [InlineData("", "SAP user is locked, please unlock", "other:sap")]
    [InlineData("Kennwort", "Mein Passwort für Oracle ist weg", "other:erp")]
    [InlineData("Citrix", "It says my account is locked, the PC is fine", "other:citrix")]
    [InlineData("", "My Windows Hello PIN is gone", "other:windows-hello")]
    [InlineData("", "BitLocker asks for a code", "other:bitlocker")]
    [InlineData("Voicemail", "The code of my voicemail is refused", "other:telephone")]
    [InlineData("", "El código del contestador no vale", "other:telephone")]
    [InlineData("", "Le code PUK de la carte SIM est perdu", "other:sim")]
    [InlineData("", "Das PDF verlangt ein Passwort, das keiner kennt", "other:file")]
    [InlineData("", "mot de passe de la boutique en ligne oublié", "other:site")]
    [InlineData("", "The token for our online banking is broken", "other:bank")]
    [InlineData("", "Contraseña de la agencia tributaria olvidada", "other:authority")]
    [InlineData("", "GitHub 2FA lost, no backup codes", "other:development")]
    [InlineData("", "The terminal in hall 2 asks for a password", "other:machine")]
    public void System_AnotherOne_IsNamed(string title, string text, string system) => Find(title, text).ShouldBe(system);

    [Theory]
    [InlineData("I forgot the password for Quandora")]
    [InlineData("The login to TISAX does not work")]
    [InlineData("Kennwort für PX-Plan vergessen")]
    [InlineData("Olvidé la contraseña de la aplicación")]
    [InlineData("Can't sign in with my code, everything else works")]
    public void System_SomethingNoListHas_IsUnknown(string text) => Find("", text).ShouldBe(SystemTable.Unknown);

    [Fact]
    public async Task Triage_LockOfAnotherSystem_IsWithheldAndKeepsItsIntent()
    {
        var result = await new TriageBench(FakeModel.Language(new TriageAnswer("identity.locked-out", 0.99))).RunAsync("SAP", "My SAP user is locked after too many attempts, please unlock it");

        result.Facts.Intent.ShouldBe("identity.locked-out");
        result.Facts.System.ShouldBe("other:sap");
        result.Facts.Withheld.ShouldBe(TicketTraits.OtherSystem);
        result.Facts.Confidence.ShouldBeLessThan(0.4);
    }

    [Fact]
    public async Task Triage_ModelSaysDirectoryForAnotherSystem_IsNotBelieved()
    {
        var answer = new TriageAnswer("identity.password-forgotten", 0.99, Signs: new TriageSigns(System: "entra"));

        (await new TriageBench(FakeModel.Language(answer)).RunAsync("SAP", "I forgot my SAP password")).Facts.System.ShouldBe("other:sap");
    }

    [Theory]
    [InlineData("other:sap", "other:sap")]
    [InlineData("other:made-up", SystemTable.Unknown)]
    [InlineData("unknown", SystemTable.Unknown)]
    public async Task Triage_ModelSaysAnotherSystem_IsWithheld(string said, string fact)
    {
        var answer = new TriageAnswer("identity.password-forgotten", 0.99, Signs: new TriageSigns(System: said));

        var result = await new TriageBench(FakeModel.Language(answer)).RunAsync("Password", "I forgot my password, please reset it");

        result.Facts.System.ShouldBe(fact);
        result.Facts.Withheld.ShouldBe(TicketTraits.OtherSystem);
    }

    [Fact]
    public void Table_OwnSystems_ComeFirstAndReplace()
    {
        var policy = new RulebookFixture()
            .With("policy/own-systems.yaml", "systems:\n  - id: quandora\n    title: Quandora\n    words: [quandora]\n    route: { group: Lab IT }\n  - id: sap\n    title: Our ERP\n    words: [\"sap \"]\n    route: { group: SAP Basis }\n")
            .Load().ShouldNotBeNull().Policy;

        policy.Systems.Find("other:quandora")!.Route.GroupIn("servicenow").ShouldBe("Lab IT");
        policy.Systems.Find("other:sap")!.Route.GroupIn("jira").ShouldBe("SAP Basis");
        policy.Systems.Find("other:citrix").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("systems:\n  - id: X Y\n    title: T\n    words: [abc]\n    route: { group: G }\n", "can't be the id")]
    [InlineData("systems:\n  - id: x\n    title: T\n    words: [a]\n    route: { group: G }\n", "too short")]
    [InlineData("systems:\n  - id: x\n    title: T\n    words: []\n    route: { group: G }\n", "has no words")]
    [InlineData("systems:\n  - id: x\n    title: T\n    words: [abc]\n    group: G\n", "route")]
    public void Table_FaultyOwnFile_IsRefusedByName(string file, string fault)
    {
        var fixture = new RulebookFixture().With("policy/own-systems.yaml", file);

        fixture.Load().ShouldBeNull();
        fixture.Report.ToString().ShouldContain(fault);
    }

    [Theory]
    [InlineData("otherwise: 0.01\nshares: { device.slow: 0 }\n", "too small")]
    [InlineData("otherwise: 0.01\nshares: { device.shiny: 0.1 }\n", "no intent 'device.shiny'")]
    public void Shares_FaultyFile_IsRefusedByName(string file, string fault)
    {
        var fixture = new RulebookFixture().With("policy/shares.yaml", file);

        fixture.Load().ShouldBeNull();
        fixture.Report.ToString().ShouldContain(fault);
    }

    private static string? Find(string title, string text) => ShippedIntents.Traits.FindSystem(title, text);
}
