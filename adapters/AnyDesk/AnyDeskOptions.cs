namespace HelpDesk.Adapters.AnyDesk;

/// <summary>Settings of AnyDesk, section <c>AnyDesk</c>. No section = no AnyDesk.</summary>
public sealed class AnyDeskOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "AnyDesk";

    /// <summary>True when technicians use AnyDesk. Default false.</summary>
    public bool IsUsed { get; set; }
}
