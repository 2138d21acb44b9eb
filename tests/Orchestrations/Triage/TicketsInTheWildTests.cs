using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Orchestrations.Tests.Triage;

/// <summary>What was learnt from reading real tickets, one test per point. The model is as sure and as wrong as it can be.</summary>
public sealed class TicketsInTheWildTests
{
    [Fact]
    public async Task Point01_MachineText_IsNoUserAndAsksNoModel()
    {
        var model = FakeModel.Language(new TriageAnswer("identity.locked-out", 0.99));
        var bench = new TriageBench(model);

        var result = await bench.RunAsync("CRITICAL: disk on srv-db-02", $"Host: srv-db-02\nState: CRITICAL\n{string.Join('\n', Enumerable.Repeat("2026-03-01 10:00:00 ERROR account locked", 500))}");

        result.Facts.Intent.ShouldBe("monitoring.alert");
        model.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("User called, unlocked the account, works now")]
    [InlineData("Konto wurde entsperrt, funktioniert wieder")]
    public async Task Point02_WorkDoneAlready_IsNotDoneAgain(string text) => (await Sure("identity.locked-out", "Account locked", text)).Facts.Intent.ShouldBe("already-done");

    [Fact]
    public async Task Point03_SomebodyElsesPassword_IsMarked() =>
        (await Sure("identity.password-forgotten", "Password", "My colleague Sabine Vogel forgot her password. Please reset it and mail the new one to her manager."))
            .Facts.IsAboutSomebodyElse.ShouldBeTrue();

    [Fact]
    public async Task Point04_ProviderNotice_IsNoOrder() =>
        Nothing(await Sure("identity.password-forgotten", "Password reset", "A user has requested a password reset. Verify the identity of the user before you reset the password."));

    [Fact]
    public async Task Point05_TitleAgainstText_LowersConfidence()
    {
        var result = await Sure("identity.password-forgotten", "Password reset", "I know my password, but the account is locked after I was on holiday");

        result.Traits.ShouldContain(TicketTraits.TitleContradictsText);
        result.Facts.Confidence.ShouldBeLessThan(0.7);
    }

    [Theory]
    [InlineData("device.lost", "Icon", "I lost the Outlook icon in my taskbar")]
    [InlineData("identity.locked-out", "Invoice", "The invoice 4711 is blocked for payment in finance")]
    [InlineData("identity.access-removal", "Excel", "The add-in in Excel is disabled after start")]
    [InlineData("device.stolen", "Focus", "The new window steals the focus while I type")]
    public async Task Point06_MisleadingWords_AreNeverAutomatic(string intent, string title, string text) => NotAutomatic(await Sure(intent, title, text));

    [Theory]
    [InlineData("She was cut off too early, please re-enable the account until Friday")]
    [InlineData("Please do not delete the account of the leaver yet")]
    [InlineData("Der Mitarbeiter verlässt uns, aber bitte das Konto noch nicht deaktivieren")]
    [InlineData("Ne pas désactiver le compte avant vendredi, l'employé quitte plus tard")]
    [InlineData("No desactivar la cuenta del empleado todavía")]
    public async Task Point07_LeaverTheOtherWay_IsNeverInverted(string text) => Nothing(await Sure("identity.leaver", "Leaver", text));

    [Theory]
    [InlineData("RE: INC0012345", "status?")]
    [InlineData("call dropped", "")]
    [InlineData("Teams issue", "")]
    public async Task Point08_NearlyEmpty_IsNotGuessed(string title, string text)
    {
        var result = await Sure("identity.password-forgotten", title, text);

        result.Abstained.ShouldBe(AbstentionReasons.TooShort);
        Nothing(result);
    }

    [Fact]
    public async Task Point09_SeveralRequests_AreHandedOverWhole() =>
        (await Sure("identity.licence", "New laptop", "1. Office licence\n2. Access to CRM\n3. VPN\n4. Printer\n5. Headset")).Abstained.ShouldBe(AbstentionReasons.Ambiguous);

    [Theory]
    [InlineData("Nobody can log on in the plant, accounts are locked")]
    [InlineData("Several operators are locked out of their accounts")]
    public async Task Point10_SharedCause_IsAnOutage(string text) => (await Sure("identity.locked-out", "Locked", text)).Facts.Intent.ShouldBe("outage");

    [Fact]
    public async Task Point11_AfterAPasswordChange_IsNoForgottenPassword() =>
        NotAutomatic(await Sure("identity.mfa-lost", "Mail", "Since I changed it yesterday my mail and the ERP ask again and again"));

    [Fact]
    public async Task Point12_SensitiveData_ReachesNoModel()
    {
        var model = FakeModel.Language(new TriageAnswer("identity.password-forgotten", 0.9));
        var bench = new TriageBench(model);

        await bench.RunAsync("Access", "The initial password is Welcome2024! for personnel number 4711083, mail tom@contoso.example");

        model.Asked.ShouldHaveSingleItem().Text.ShouldBe("The initial password is [SECRET] for personnel number [ID_1], mail [MAIL_1]");
    }

    [Fact]
    public async Task Point13_GermanTextInAnEnglishForm_IsGerman() =>
        (await Sure("identity.password-forgotten", "Password reset request", "Short description: Password\nDetails: Ich habe mein Passwort vergessen und kann mich nicht anmelden")).Language.ShouldBe("de");

    [Theory]
    [InlineData("identity.locked-out", "The purchase order for the delivery cannot be released, tax code is wrong")]
    [InlineData("device.slow", "Report of sales shows the wrong quarter")]
    [InlineData("identity.group-access", "Delivery note 4711 prints the old address")]
    public async Task Point14_BusinessSoftware_GetsNoRunbook(string intent, string text) => NotAutomatic(await Sure(intent, "SAP", text));

    private static async Task<TriageTicket.Result> Sure(string intent, string title, string text)
    {
        var bench = new TriageBench(FakeModel.Language(new TriageAnswer(intent, 0.99)));
        return await bench.RunAsync(title, text);
    }

    private static void Nothing(TriageTicket.Result result)
    {
        result.Facts.IsAbstention.ShouldBeTrue();
        result.Facts.Intent.ShouldBeNull();
    }

    private static void NotAutomatic(TriageTicket.Result result) => (result.Facts.IsAbstention || result.Facts.Confidence < 0.7).ShouldBeTrue($"{result.Facts}");
}
