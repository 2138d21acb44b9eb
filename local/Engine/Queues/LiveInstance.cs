using HelpDesk.Local.Engine.Replay;
using HelpDesk.Local.Engine.Store;

namespace HelpDesk.Local.Engine.Queues;

/// <summary>
/// An instance in memory. The mailbox and the flags belong to the scheduler's lock; the rest to whoever runs its turn and then
/// to the commit of that turn, never to both.
/// </summary>
internal sealed class LiveInstance(string id)
{
    public string Id { get; } = id;

    public List<Message> Mailbox { get; private set; } = [];

    /// <summary>True from the moment a turn is due until its commit is known.</summary>
    public bool Busy { get; set; }

    public LinkedListNode<LiveInstance>? Idle { get; set; }

    public StoredInstance? Stored { get; set; }

    public long Version { get; set; }

    public long NextSeq { get; set; }

    public DateTimeOffset LastAt { get; set; }

    /// <summary>True while it does what was planned long before (<see cref="PlannedWork"/>).</summary>
    public bool IsPlanned { get; set; }

    /// <summary>The workflow object; null while it must be rebuilt from its history first.</summary>
    public WorkflowRun? Run { get; set; }

    public List<Message> TakeMail()
    {
        var mail = Mailbox;
        Mailbox = [];
        return mail;
    }
}
