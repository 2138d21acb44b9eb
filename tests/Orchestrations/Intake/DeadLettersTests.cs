using HelpDesk.Orchestrations.Intake;
using HelpDesk.Orchestrations.Operations;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Orchestrations.Tests.Intake;

public sealed class DeadLettersTests : IntakeTest
{
    private const string By = "person:6f1d";
    private const string Why = "The store was full; it is not any more.";

    private readonly MemoryAuditLog _audit = new([]);

    private DeadLetters Letters => new(Store, new TicketStarter(Workflows), _audit, Time, NullLogger<DeadLetters>.Instance);

    private QueuedTicket Message => new(Incident(1), TicketEventKind.Created, "d1", Time.GetUtcNow(), null);

    [Fact]
    public async Task Letter_KeptTwice_IsOneAndItsAgeIsThatOfTheFirst()
    {
        await Letters.KeepAsync("m1", Message, "gave-up", "Ten tries.", default);
        var first = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromHours(3));
        await Letters.KeepAsync("m1", Message, "gave-up", "Ten tries.", default);

        (await Letters.OpenAsync(default)).ShouldBe((1, first));
    }

    [Fact]
    public async Task Replay_OfAReadableLetter_StartsItsWorkflowAndIsRecordedBefore()
    {
        await Letters.KeepAsync("m1", Message, "gave-up", "Ten tries.", default);

        (await Letters.ReplayAsync("m1", By, Why, default)).ShouldBe(OperatorOutcome.Done);
        (await Letters.ReplayAsync("m1", By, Why, default)).ShouldBe(OperatorOutcome.MovedOn);

        Workflows.Starts.Keys.ShouldBe([Incident(1).CaseId]);
        _audit.Events.Single().Facts["decision"].ShouldBe("Replayed");
        (await Letters.OpenAsync(default)).Open.ShouldBe(0);
    }

    [Fact]
    public async Task Replay_OfWhatCannotBeRead_IsRefusedAndDiscardIsNot()
    {
        await Letters.KeepAsync("m2", null, "malformed", "It is no ticket.", default);

        (await Letters.ReplayAsync("m2", By, Why, default)).ShouldBe(OperatorOutcome.MovedOn);
        _audit.Events.ShouldBeEmpty();
        (await Letters.DiscardAsync("m2", By, Why, default)).ShouldBe(OperatorOutcome.Done);

        Workflows.Starts.ShouldBeEmpty();
        (await Letters.ListAsync(default).ToListAsync()).Single().ShouldSatisfyAllConditions(
            letter => letter.State.ShouldBe(DeadLetterState.Discarded), letter => letter.DecidedBy.ShouldBe(By));
    }

    [Fact]
    public async Task Letter_Unknown_IsToldAsUnknown() => (await Letters.DiscardAsync("m9", By, Why, default)).ShouldBe(OperatorOutcome.Unknown);

    [Fact]
    public async Task Start_OnceMarked_StaysKnownAndEachChangeIsItsOwn()
    {
        var change = Message with { Kind = TicketEventKind.Changed, DeliveryId = "d2" };
        (await Inbox.WasStartedAsync(Message, default)).ShouldBeFalse();

        await Inbox.MarkStartedAsync(Message, default);
        await Inbox.MarkStartedAsync(Message, default);

        (await Inbox.WasStartedAsync(Message with { DeliveryId = "another" }, default)).ShouldBeTrue();
        (await Inbox.WasStartedAsync(change, default)).ShouldBeFalse();
        (await Inbox.SinceAsync("servicenow", DateTimeOffset.MinValue, default).ToListAsync()).ShouldBeEmpty();
    }
}
