namespace HelpDesk.Orchestrations.Tests.Policy.Properties;

/// <summary>Whose object a random step is on.</summary>
internal enum RandomTarget
{
    /// <summary>The subject's; a device of the company.</summary>
    Own,

    /// <summary>The subject's; a device that is theirs privately.</summary>
    OwnPrivate,

    /// <summary>Another person's.</summary>
    SomebodyElses,

    /// <summary>Nobody's: the directory does not know it.</summary>
    Unknown,
}
