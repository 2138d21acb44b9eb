using HelpDesk.Local.Engine;
using HelpDesk.Local.Engine.Histories;
using HelpDesk.Local.Engine.Queues;

namespace HelpDesk.Engine.Tests;

/// <summary>What someone has caused just now goes before reminders that thousands wait for, and those still get their turns.</summary>
public sealed class PlannedWorkTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Answer_AmidAThousandReminders_IsTakenAmongTheFirst_AndTheRemindersAllGetTheirTurn()
    {
        using var due = new DueActivities(mostPerShare: 2);
        for (var number = 0; number < 1_000; number++)
            due.Add(Activity($"reminded-{number}", isPlanned: true));
        for (var number = 0; number < 20; number++)
            due.Add(Activity($"answered-{number}", isPlanned: false));

        var taken = Enumerable.Range(0, 1_020).Select(_ => due.TryTake()!.InstanceId).ToList();

        taken.Take(28).Count(id => id.StartsWith("answered", StringComparison.Ordinal)).ShouldBe(20);
        taken.Take(28).Count(id => id.StartsWith("reminded", StringComparison.Ordinal)).ShouldBe(8);
        taken.ShouldBeUnique();
        due.TryTake().ShouldBeNull();
    }

    [Fact]
    public void Reminders_Alone_HaveEverySlot()
    {
        using var due = new DueActivities(mostPerShare: 2);
        for (var number = 0; number < 10; number++)
            due.Add(Activity($"reminded-{number}", isPlanned: true));

        Enumerable.Range(0, 10).Select(_ => due.TryTake()).ShouldAllBe(activity => activity != null);
    }

    [Theory]
    [InlineData("a reminder after hours", true, HistoryKind.TimerFired, 240)]
    [InlineData("a pause within work", false, HistoryKind.TimerFired, 1)]
    [InlineData("an answer after hours", false, HistoryKind.EventRaised, 240)]
    [InlineData("the result of an activity", false, HistoryKind.ActivityCompleted, 240)]
    public void Workflow_DoesPlannedWork_OnlyAfterALongSleep(string what, bool isPlanned, HistoryKind kind, int minutes) =>
        PlannedWork.Of([Entry(HistoryKind.Started, Now), Entry(HistoryKind.EventAwaited, Now), Entry(kind, Now.AddMinutes(minutes))]).ShouldBe(isPlanned, what);

    [Fact]
    public void Workflow_ThatIsAnsweredAfterItsReminder_IsPlannedNoLonger()
    {
        List<HistoryEntry> history = [Entry(HistoryKind.Started, Now), Entry(HistoryKind.TimerFired, Now.AddHours(4)), Entry(HistoryKind.ActivityCompleted, Now.AddHours(4))];
        PlannedWork.Of(history).ShouldBeTrue();

        PlannedWork.Of([.. history, Entry(HistoryKind.EventRaised, Now.AddHours(5)), Entry(HistoryKind.ActivityCompleted, Now.AddHours(5))]).ShouldBeFalse();
    }

    private static HistoryEntry Entry(HistoryKind kind, DateTimeOffset at) => new(kind, 0, null, null, at);

    private static PendingActivity Activity(string id, bool isPlanned) =>
        new(id, 1, 1, "remind", null, 1, Now, Now, null, new Lane(id, false)) { IsPlanned = isPlanned };
}
