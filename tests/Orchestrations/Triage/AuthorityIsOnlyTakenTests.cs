using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Triage;

/// <summary>What a text or a model says about a ticket beside its intent can stop a plan and never start one.</summary>
public sealed class AuthorityIsOnlyTakenTests
{
    private const string Text = "I forgot my password, please reset it";

    [Theory]
    [InlineData(true, false, false, TicketTraits.Machine)]
    [InlineData(false, true, false, TicketTraits.SaidDone)]
    public async Task Triage_SignOfAModel_WithholdsAndKeepsTheIntent(bool machine, bool done, bool again, string trait)
    {
        var answer = new TriageAnswer("identity.password-forgotten", 0.99, Signs: new TriageSigns(IsMachine: machine, IsAlreadyDone: done, IsReactivation: again));

        var result = await new TriageBench(FakeModel.Language(answer)).RunAsync("Password", Text);

        result.Facts.Intent.ShouldBe("identity.password-forgotten");
        result.Facts.Withheld.ShouldBe(trait);
        result.Traits.ShouldContain(trait);
    }

    [Fact]
    public async Task Triage_ModelSeesAReactivation_GivesNoIntent()
    {
        var answer = new TriageAnswer("identity.leaver", 0.99, Signs: new TriageSigns(IsReactivation: true));

        (await new TriageBench(FakeModel.Language(answer)).RunAsync("Leaver", "The last day of [PERSON_1] is Friday, disable the account")).Facts.Intent.ShouldBeNull();
    }

    [Theory]
    [InlineData("software.install", 0.9, "software.install")]
    [InlineData("software.install", 0.5, null)]
    [InlineData("identity.password-forgotten", 0.99, null)]
    public async Task Triage_ThreeWords_AreRoutedOnlyWhereSureAndNothingActs(string intent, double confidence, string? routed) =>
        (await new TriageBench(FakeModel.Embedded(new TriageAnswer(intent, confidence))).RunAsync("inkscape wanted", "")).Facts.Intent.ShouldBe(routed);

    [Theory]
    [InlineData("Guest", "the guest list of the summer party is wrong", 0.65)]
    [InlineData("Visit", "a firm would like to present itself to the board next week", 0.55)]
    public async Task Triage_VerySureWithoutAWordOfIt_IsNoPlan(string title, string text, double most) =>
        (await new TriageBench(FakeModel.Embedded(new TriageAnswer("identity.guest", 0.94))).RunAsync(title, text)).Facts.Confidence.ShouldBe(most);

    [Fact]
    public async Task Triage_ModelSeesNothing_TakesNoTraitAway()
    {
        var answer = new TriageAnswer("identity.password-forgotten", 0.99, Signs: new TriageSigns());

        (await new TriageBench(FakeModel.Language(answer)).RunAsync("Password", "Please reset the password of my colleague [PERSON_1]")).Facts.IsAboutSomebodyElse.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Please reactivate the account of [PERSON_1]")]
    [InlineData("Her account must not be deleted")]
    [InlineData("Das Konto von [PERSON_1] bitte wieder aktivieren")]
    [InlineData("Das Postfach darf nicht gelöscht werden, sie bleibt bei uns")]
    [InlineData("Hay que reactivar la cuenta de [PERSON_1]")]
    [InlineData("No desactiven la cuenta, sigue en la empresa")]
    [InlineData("Merci de réactiver le compte de [PERSON_1]")]
    [InlineData("Ne pas supprimer son compte, elle reste chez nous")]
    public async Task Triage_LeaverTheOtherWay_IsNeverALeaver(string text)
    {
        var result = await new TriageBench(FakeModel.Language(new TriageAnswer("identity.leaver", 0.99))).RunAsync("Leaver", text);

        result.Facts.Intent.ShouldBeNull();
        result.Traits.ShouldContain(TicketTraits.Reactivation);
    }

    [Theory]
    [InlineData("SOC case 7712: lateral movement", "Asset : LT-9\nSensor : edr-2\nSeverity : high\nState : open\nEvents: 12", "security.report")]
    [InlineData("Job ZFI_NIGHT cancelled", "return code 8, step 3", "monitoring.alert")]
    public async Task Triage_AlertOfAProgram_GoesToTheRightTeam(string title, string text, string intent) =>
        (await new TriageBench(FakeModel.Language(new TriageAnswer("device.malware", 0.99))).RunAsync(title, text)).Facts.Intent.ShouldBe(intent);

    [Theory]
    [InlineData("Loan laptop", "not needed any more, please cancel my request")]
    [InlineData("", "bitte ignorieren, falsches formular")]
    [InlineData("", "olvidadlo, ya no hace falta")]
    [InlineData("", "je retire ma demande")]
    public async Task Triage_Withdrawn_IsDone(string title, string text) =>
        (await new TriageBench(FakeModel.Language(new TriageAnswer("identity.group-access", 0.99))).RunAsync(title, text)).Facts.Intent.ShouldBe(IntentCatalogue.AlreadyDone);

    [Theory]
    [InlineData("Zoom update needs admin rights")]
    [InlineData("Das Update braucht Adminrechte")]
    public void Words_UpdateThatAsksForAnAdministrator_IsNotTheirPassword(string text) =>
        ShippedIntents.Words.Support("device.local-admin-password", "", text).ShouldBeFalse();

    [Theory]
    [InlineData("Account locked", "Account locked")]
    [InlineData("Account locked", "Name: x\nShort text: account locked")]
    public void Words_DescriptionThatRepeatsTheTitle_CountsOnce(string title, string text) =>
        ShippedIntents.Words.Support("identity.locked-out", title, text).ShouldBeTrue();
}
