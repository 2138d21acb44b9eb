namespace HelpDesk.Local.Starting;

/// <summary>What the program ends with.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Good = 0;

    /// <summary>The command found what it looks for: a faulty file, a broken chain, an unknown case.</summary>
    public const int Found = 1;

    /// <summary>The settings or files do not allow a start.</summary>
    public const int Settings = 2;

    /// <summary>Something on this machine is in the way: a port or the data in use, a database that cannot be opened.</summary>
    public const int Machine = 3;
}
