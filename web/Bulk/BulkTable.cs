namespace HelpDesk.Web.Bulk;

/// <summary>The tables of a bulk run.</summary>
public enum BulkTable
{
    /// <summary>Targets that are not in the desired state, with the reason.</summary>
    Failures,

    /// <summary>The frozen list.</summary>
    Targets,

    /// <summary>Lines that were refused.</summary>
    Refused,
}
