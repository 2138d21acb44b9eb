using HelpDesk.Orchestrations.Intake;

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

    private QueuedTicket Message(int number) =>
        new(Incident(number), TicketEventKind.Created, "0", Time.GetUtcNow(), "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
}
