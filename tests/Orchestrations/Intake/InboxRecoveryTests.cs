using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Orchestrations.Tests.Intake;

public sealed class InboxRecoveryTests : IntakeTest
{
    [Fact]
    public async Task Row_WithoutStart_IsQueuedOnce()
    {
        await Inbox.KeepAsync(Message(1), default);

        (await Recovery.RunAsync(default)).ShouldBe(1);
        (await Recovery.RunAsync(default)).ShouldBe(0);

        Workflows.Starts.Keys.ShouldBe([Incident(1).CaseId]);
        Workflows.SentAgain.ShouldBe([true]);
    }

    [Fact]
    public async Task Row_ThatStarted_IsLeftAlone()
    {
        await Intake.AcceptAsync(Message(1), default);

        (await Recovery.RunAsync(default)).ShouldBe(0);

        Workflows.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Queue_Down_TheNextRunStillFindsIt()
    {
        await Inbox.KeepAsync(Message(1), default);
        Workflows.IsDown = true;
        await Should.ThrowAsync<VendorException>(() => Recovery.RunAsync(default));
        Workflows.IsDown = false;
        Time.Advance(TimeSpan.FromDays(2));

        (await Recovery.RunAsync(default)).ShouldBe(1);
    }

    [Fact]
    public async Task OldRows_OnceLookedThrough_AreNotReadAgain()
    {
        await Intake.AcceptAsync(Message(1), default);
        await Recovery.RunAsync(default);
        // As after the retention time, when the finished instance was purged.
        Workflows.Starts.Clear();
        Time.Advance(TimeSpan.FromDays(100));
        await Recovery.RunAsync(default);

        Workflows.Starts.Clear();
        (await Recovery.RunAsync(default)).ShouldBe(0);
    }

    [Fact]
    public async Task Row_ThatCannotBeReadOrStarted_BecomesADeadLetterAndTheOthersAreQueued()
    {
        await Inbox.KeepAsync(Message(1), default);
        await Inbox.KeepAsync(Message(2), default);
        await Inbox.KeepAsync(Message(3), default);
        var row = (await Inbox.SinceAsync("servicenow", DateTimeOffset.MinValue, default).FirstAsync()).Row;
        Store.Tamper(Tables.Inbox, Tenant.Partition("servicenow"), row, "{ no json");
        Workflows.Refused = Incident(2).CaseId;
        var letters = new DeadLetters(Store, TestTicketSystems.Catalogue, Time, NullLogger<DeadLetters>.Instance);

        (await Recovery.RunAsync(default)).ShouldBe(1);
        (await Recovery.RunAsync(default)).ShouldBe(0);

        Workflows.Starts.Keys.ShouldBe([Incident(3).CaseId]);
        var kept = await letters.ListAsync(default).ToListAsync();
        kept.Select(letter => (letter.Message?.Ticket.Number, letter.Reason)).ShouldBe([(Incident(2).Number, "not-started"), (null, DeadLetters.Malformed)], ignoreOrder: true);
    }

    /// <summary>A message that is too large for the queue ended every run, and no row behind it was queued again.</summary>
    [Fact]
    public async Task Row_ThatTheQueueNeverTakes_BecomesADeadLetterWithItsReasonAndTheOthersAreQueued()
    {
        await Inbox.KeepAsync(Message(1), default);
        await Inbox.KeepAsync(Message(2), default);
        Workflows.Refused = Incident(1).CaseId;
        Workflows.Refusal = new VendorException("service-bus", "too-large", "Service Bus does not take a message of this size (too-large).", isRetryable: false);
        var letters = new DeadLetters(Store, TestTicketSystems.Catalogue, Time, NullLogger<DeadLetters>.Instance);

        (await Recovery.RunAsync(default)).ShouldBe(1);

        Workflows.Starts.Keys.ShouldBe([Incident(2).CaseId]);
        var kept = (await letters.ListAsync(default).ToListAsync()).ShouldHaveSingleItem();
        (kept.Message, kept.Reason).ShouldBe((Message(1), "not-started"));
        kept.Description.ShouldContain("message of this size");
    }

    private QueuedTicket Message(int number) =>
        new(Incident(number), TicketEventKind.Created, "0", Time.GetUtcNow(), "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
}
