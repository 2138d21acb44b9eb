namespace HelpDesk.Local.Composition;

/// <summary>How a system takes part.</summary>
internal enum SystemMode
{
    /// <summary>Not at all.</summary>
    Off,

    /// <summary>By a stand-in on this machine.</summary>
    Simulated,

    /// <summary>Itself.</summary>
    Real,
}
