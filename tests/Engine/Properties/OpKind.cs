namespace HelpDesk.Engine.Tests.Properties;

/// <summary>What a step of a random workflow does.</summary>
public enum OpKind
{
    /// <summary>Calls an activity.</summary>
    Call,

    /// <summary>Calls an activity that is busy for some attempts, with a retry policy of three.</summary>
    Busy,

    /// <summary>Sleeps for some days.</summary>
    Sleep,

    /// <summary>Waits for an event that is raised.</summary>
    Event,

    /// <summary>Waits for some days for an event that never comes.</summary>
    Silence,

    /// <summary>Runs its steps one after the other in a child workflow.</summary>
    Child,

    /// <summary>Runs its steps at once.</summary>
    Parallel,
}
