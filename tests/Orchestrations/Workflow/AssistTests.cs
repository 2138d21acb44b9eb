using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Outcomes.Assist;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Tests.Workflow;

/// <summary>What the technician reads who gets a ticket.</summary>
public sealed class AssistTests : IDisposable
{
    private readonly Log _log = new();
    private readonly House _house;

    public AssistTests() => _house = new House(services => services.AddSingleton<IAccountHistory>(_log));

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task FailedSignIns_AreTheDiagnosis_AndTheFirstStepComesFromTheLog()
    {
        _log.SignIns = [new SignInAttempt(_house.Time.GetUtcNow(), 50053, "Outlook"), new SignInAttempt(_house.Time.GetUtcNow().AddHours(-1), 50126, "Outlook")];

        var (note, assist) = await HandedOverAsync("identity.sign-in-problem", "I cannot get in this morning, it refuses me every single time.");

        assist.Diagnosis.ShouldContain("locked after too many wrong passwords");
        assist.Checked.ShouldContain("Sign-ins (24 h): 2 failed, last locked after too many wrong passwords.");
        (assist.NextSteps[0].Source, assist.NextSteps.Count).ShouldBe(("Entra sign-in log", 3));
        note.ShouldStartWith(assist.Diagnosis);
    }

    [Fact]
    public async Task Note_BeforeItsDetails_HasAtMost200WordsAndNoIds()
    {
        for (var number = 0; number < 8; number++)
            Device($"LON-LT-{number:D4}-of-the-finance-department-in-the-second-building", number * 3);
        var (note, assist) = await HandedOverAsync("hardware.problem", "The dock shows no picture on the second screen since Monday, I tried another cable.");

        var beginning = note[..note.IndexOf("Handed over by", StringComparison.Ordinal)];
        beginning.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeLessThanOrEqualTo(AssistNote.MostWords);
        beginning.ShouldNotContain(House.Requester);
        assist.Checked.Count.ShouldBe(4, "the account and the three devices that were seen last");
    }

    [Theory]
    [InlineData("en", "Next steps:")]
    [InlineData("de", "Nächste Schritte:")]
    [InlineData("es", "Siguientes pasos:")]
    [InlineData("fr", "Étapes suivantes :")]
    public async Task Technician_ReadsTheirOwnLanguage_TheRequesterIsAnsweredInTheirs(string language, string words)
    {
        _house.Get<IOptions<HelpDesk.Orchestrations.Foundation.Configuration.HelpDeskOptions>>().Value.TechnicianLanguage = language;

        var (note, assist) = await HandedOverAsync("hardware.problem", "The dock shows no picture on the second screen since Monday, I tried another cable.");

        note.ShouldContain(words);
        (assist.Language, assist.DraftLanguage).ShouldBe((language, "en"));
        assist.Draft.ShouldStartWith("Hello Rita,");
    }

    [Theory]
    [InlineData("identity.compromised", "Please do not use the account or the device")]
    [InlineData("how-to", "exactly what you need")]
    [InlineData("printer.problem", "since when it happens")]
    public async Task Draft_AsksWhatFitsTheTicket(string intent, string words)
    {
        var (_, assist) = await HandedOverAsync(intent, "Somebody else signs in with my account, how can I print a page, the printer jams?");

        assist.Draft.ShouldContain(words);
    }

    [Fact]
    public async Task WhoIsNotKnown_IsTheFirstThingToFindOut()
    {
        _house.Model.Answer = _ => new TriageAnswer("printer.problem", 0.97);
        _house.Tickets.Write("A problem", "The printer on the third floor jams with every second page.", "stranger@elsewhere.example");
        await _house.RunAsync();

        var assist = await FoundAsync();

        assist.NextSteps[0].Text.ShouldContain("call back on a number from the directory");
        assist.Checked.Single().ShouldContain("not found in the directory");
    }

    [Fact]
    public async Task LogOfEntra_ThatIsAway_LeavesAGapAndHoldsNobodyUp()
    {
        _log.Error = new VendorException("graph", "503", "Entra is away.", isRetryable: true);

        var (note, assist) = await HandedOverAsync("identity.sign-in-problem", "I cannot get in this morning, it refuses me every single time.");

        assist.Checked.ShouldNotContain(line => line.StartsWith("Sign-ins", StringComparison.Ordinal));
        note.ShouldContain("Next steps:");
    }

    [Fact]
    public async Task Device_ThatIsSilent_IsToBeConnectedFirst()
    {
        Device("LON-LT-0421", 12);

        var (_, assist) = await HandedOverAsync("device.slow", "My computer is terribly slow since the update, a restart helps only for ten minutes.");

        assist.NextSteps.ShouldContain(step => step.Source == "Intune" && step.Text.Contains("LON-LT-0421", StringComparison.Ordinal));
    }

    private async Task<(string Note, CaseAssist Assist)> HandedOverAsync(string intent, string text)
    {
        _house.Model.Answer = _ => new TriageAnswer(intent, 0.97);
        _house.Tickets.Write("A problem", text, $"{House.Requester}@contoso.example");
        var context = _house.Context(_house.Tickets.Ticket!.Reference.CaseId);
        (await _house.RunAsync(context)).State.ShouldBe(CaseState.Escalated);
        return (_house.Tickets.Notes.First(note => note.Contains("Handed over by", StringComparison.Ordinal)), await FoundAsync());
    }

    private async Task<CaseAssist> FoundAsync()
    {
        var record = (await _house.Get<CaseStore>().FindAsync(_house.Tickets.Ticket!.Reference.CaseId, default)).ShouldNotBeNull();
        return (await _house.Get<CaseAssists>().FindAsync(record, default)).ShouldNotBeNull();
    }

    private void Device(string name, int days) => _house.Directory.Devices[name] = new Device
    {
        Id = new DeviceId(name), Name = name, OwnerId = new PersonId(House.Requester), OperatingSystem = "Windows", IsCompanyOwned = true, IsCompliant = true, LastSyncAt = _house.Time.GetUtcNow().AddDays(-days),
    };

    private sealed class Log : IAccountHistory
    {
        public IReadOnlyList<SignInAttempt> SignIns { get; set; } = [];

        public VendorException? Error { get; set; }

        public Task<IReadOnlyList<SignInAttempt>?> GetSignInsAsync(PersonId personId, CancellationToken cancellation) =>
            Error is { } error ? Task.FromException<IReadOnlyList<SignInAttempt>?>(error) : Task.FromResult<IReadOnlyList<SignInAttempt>?>(SignIns);

        public Task<IReadOnlyList<DirectoryChange>?> GetChangesAsync(PersonId personId, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<DirectoryChange>?>(null);
    }
}
