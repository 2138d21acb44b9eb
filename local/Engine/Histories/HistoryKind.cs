namespace HelpDesk.Local.Engine.Histories;

/// <summary>What one line of a history says. The numbers are in databases: never change them.</summary>
public enum HistoryKind
{
    /// <summary>Inbound: the workflow's code runs from the top.</summary>
    Started = 0,

    /// <summary>Inbound: an activity gave its result.</summary>
    ActivityCompleted = 1,

    /// <summary>Inbound: an activity finally failed.</summary>
    ActivityFailed = 2,

    /// <summary>Inbound: a sleep or the deadline of a wait is over.</summary>
    TimerFired = 3,

    /// <summary>Inbound: an external event; <see cref="HistoryEntry.Moment"/> is when it was raised.</summary>
    EventRaised = 4,

    /// <summary>Inbound: a child workflow gave its result.</summary>
    ChildCompleted = 5,

    /// <summary>Inbound: a child workflow failed or was terminated.</summary>
    ChildFailed = 6,

    /// <summary>Step: the code asked for an activity.</summary>
    ActivityScheduled = 20,

    /// <summary>Step: the code sleeps until <see cref="HistoryEntry.Moment"/>.</summary>
    TimerScheduled = 21,

    /// <summary>Step: the code waits for an event until <see cref="HistoryEntry.Moment"/>.</summary>
    EventAwaited = 22,

    /// <summary>Step: the code asked for a child workflow.</summary>
    ChildScheduled = 23,

    /// <summary>End: with a result.</summary>
    Completed = 40,

    /// <summary>End: with an exception nobody caught.</summary>
    Failed = 41,

    /// <summary>End: by an operator, or with the parent.</summary>
    Terminated = 42,
}
