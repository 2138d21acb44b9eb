using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Operators;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Orchestrations.Tests.Intake;

public sealed class DeadLetterServiceTests : IntakeTest
{
    private const string Otto = "person:6f1d";
    private const string Ada = "person:a0a0";
    private const string Why = "It is a test message.";

    private DeadLetters Letters => new(Store, TestTicketSystems.Catalogue, Time, NullLogger<DeadLetters>.Instance);

    private CaseStore Journal => new(Store, Time);

    private AuditLog Audit => new(Store, Time);

    private DeadLetterService Desk => new(Letters, Inbox, new TicketStarter(Workflows), Journal, Audit, Time);

    private QueuedTicket Message => new(Incident(1), TicketEventKind.Created, "d1", Time.GetUtcNow(), null);

    [Fact]
    public async Task Replay_OfAReadableLetter_GoesThroughIntakeAndIsRecordedBeforeAndAfter()
    {
        await KeepAsync();

        (await Desk.ReplayAsync("m1", Otto, default)).ShouldBe(OperatorOutcome.Done);

        Workflows.Starts.Keys.ShouldBe([Incident(1).CaseId]);
        (await Inbox.KnowsAsync(Incident(1), default)).ShouldBeTrue();
        (await Inbox.WasStartedAsync(Message, default)).ShouldBeTrue();
        (await EntriesAsync()).Select(entry => entry.Event.Summary).ShouldBe(["A dead letter is about to go through intake again.", "The ticket went through intake again."]);
        (await Letters.OpenAsync(default)).Open.ShouldBe(0);
    }

    [Fact]
    public async Task Replay_PressedTwice_IsOneStartAndOneRecord()
    {
        await KeepAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Desk.ReplayAsync("m1", Otto, default))));

        outcomes.ShouldAllBe(outcome => outcome == OperatorOutcome.Done);
        Workflows.Starts.Count.ShouldBe(1);
        (await EntriesAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Decisions_OfTwoPeopleAtOnce_OneIsDoneAndTheOtherIsTold()
    {
        await KeepAsync();
        // Otto has read the letter and is about to record; Ada is quicker.
        var first = true;
        Store.BeforeWrite = async () =>
        {
            if (!first)
                return;
            first = false;
            (await Desk.DiscardAsync("m1", Ada, Why, default)).ShouldBe(OperatorOutcome.Done);
        };

        (await Desk.ReplayAsync("m1", Otto, default)).ShouldBe(OperatorOutcome.MovedOn);

        Workflows.Starts.ShouldBeEmpty();
        (await Letters.FindAsync("m1", default))!.ShouldSatisfyAllConditions(
            letter => letter.State.ShouldBe(DeadLetterState.Discarded), letter => letter.DecidedBy.ShouldBe(Ada), letter => letter.Why.ShouldBe(Why));
        (await EntriesAsync()).Where(entry => entry.Event.Actor == Otto).Last().Event.Facts["done"].ShouldBe("no");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Replay_OfATicketThatHasRun_StartsNothing(bool isForgotten)
    {
        await KeepAsync();
        await Inbox.KeepAsync(Message, default);
        if (isForgotten)
            await Journal.OpenAsync(Incident(1), Time.GetUtcNow(), default);
        else
            await Inbox.MarkStartedAsync(Message, default);

        (await Desk.ReplayAsync("m1", Otto, default)).ShouldBe(OperatorOutcome.Done);

        Workflows.Starts.ShouldBeEmpty();
        (await EntriesAsync())[^1].Event.Facts["done"].ShouldBe("started before");
    }

    [Fact]
    public async Task Replay_OfWhatCannotBeRead_IsRefusedAndDiscardIsNot()
    {
        await Letters.KeepAsync("m2", null, "malformed", "It is no ticket.", default);

        (await Desk.ReplayAsync("m2", Otto, default)).ShouldBe(OperatorOutcome.MovedOn);
        (await EntriesAsync()).ShouldBeEmpty();
        (await Desk.DiscardAsync("m2", Otto, Why, default)).ShouldBe(OperatorOutcome.Done);

        Workflows.Starts.ShouldBeEmpty();
        (await EntriesAsync()).Count.ShouldBe(2);
        (await Letters.FindAsync("m2", default))!.State.ShouldBe(DeadLetterState.Discarded);
    }

    [Theory]
    [InlineData(DeadLetterState.Replaying)]
    [InlineData(DeadLetterState.Discarding)]
    public async Task Stop_AtAnyWrite_IsTakenUpByTheTimerWithoutASecondRecord(DeadLetterState doing)
    {
        for (var survived = 0; ; survived++)
        {
            var id = $"m{survived}";
            var ticket = Incident(survived + 100);
            await Letters.KeepAsync(id, Message with { Ticket = ticket }, "gave-up", "Ten tries.", default);
            var left = survived;
            Store.BeforeWrite = () => left-- == 0 ? throw new InvalidOperationException("the process dies here") : Task.CompletedTask;
            var died = await DecideAsync(id, doing);
            Store.BeforeWrite = static () => Task.CompletedTask;

            await Desk.FinishAsync(default);
            var between = (await Letters.FindAsync(id, default))!.State;
            between.ShouldBeOneOf(DeadLetterState.Open, DeadLetterState.Replayed, DeadLetterState.Discarded);
            await DecideAsync(id, doing);

            (await Letters.FindAsync(id, default))!.State.ShouldBe(doing == DeadLetterState.Replaying ? DeadLetterState.Replayed : DeadLetterState.Discarded);
            Workflows.Starts.ContainsKey(ticket.CaseId).ShouldBe(doing == DeadLetterState.Replaying);
            (await EntriesAsync()).Count(entry => entry.Event.Facts["message"] == id).ShouldBe(2, $"after {survived} writes");
            if (!died)
                return;
        }
    }

    [Fact]
    public async Task Letter_BackAfterAReplay_IsDecidedAnewAndRecordedAnew()
    {
        await KeepAsync();
        await Desk.ReplayAsync("m1", Otto, default);
        await KeepAsync();
        (await Letters.OpenAsync(default)).Open.ShouldBe(1);

        (await Desk.ReplayAsync("m1", Otto, default)).ShouldBe(OperatorOutcome.Done);

        Workflows.Starts.Count.ShouldBe(1);
        (await EntriesAsync()).Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("m9")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task Letter_Unknown_IsToldAsUnknown(string id) => (await Desk.DiscardAsync(id, Otto, Why, default)).ShouldBe(OperatorOutcome.Unknown);

    private Task KeepAsync() => Letters.KeepAsync("m1", Message, "gave-up", "Ten tries.", default);

    private async Task<bool> DecideAsync(string id, DeadLetterState doing)
    {
        try
        {
            _ = doing == DeadLetterState.Replaying ? await Desk.ReplayAsync(id, Otto, default) : await Desk.DiscardAsync(id, Otto, Why, default);
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private async Task<List<AuditEntry>> EntriesAsync() => await Audit.ReadAsync(KillSwitch.AuditChain, default).ToListAsync();
}
