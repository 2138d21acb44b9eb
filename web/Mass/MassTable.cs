namespace HelpDesk.Web.Mass;

/// <summary>The tables of a mass run.</summary>
public enum MassTable
{
    /// <summary>Targets that did not end as wanted, with the reason.</summary>
    Failures,

    /// <summary>The frozen list.</summary>
    Targets,

    /// <summary>Lines that were refused.</summary>
    Refused,
}
