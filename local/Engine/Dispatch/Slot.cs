using HelpDesk.Local.Engine.Queues;

namespace HelpDesk.Local.Engine.Dispatch;

/// <summary>The slot of a running activity. It is given back once: when the activity ends, or before, when it waits or takes long.</summary>
/// <param name="activity">The activity.</param>
/// <param name="due">Where it was taken from.</param>
/// <param name="turn">Its turn while tickets pour in; null when they do not.</param>
/// <param name="since">When it began.</param>
internal sealed class Slot(PendingActivity activity, DueActivities due, IDisposable? turn, DateTimeOffset since)
{
    private int _given;

    /// <summary>When the activity began.</summary>
    public DateTimeOffset Since => since;

    /// <summary>Gives it back; false when it was given before.</summary>
    public bool TryGive()
    {
        if (Interlocked.Exchange(ref _given, 1) != 0)
            return false;
        turn?.Dispose();
        due.Leave(activity);
        return true;
    }
}
