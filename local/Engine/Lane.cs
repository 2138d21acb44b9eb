namespace HelpDesk.Local.Engine;

/// <summary>With whom an instance takes turns.</summary>
/// <param name="Name">The share it works for, else the id of the instance itself or of the one that called it.</param>
/// <param name="IsShare">True for a known share, whose activities that run at once are limited.</param>
internal sealed record Lane(string Name, bool IsShare)
{
    /// <summary>The lane of an instance: that of its own share, else that of its parent, else one of its own.</summary>
    public static Lane Of(string instanceId, string? share, Lane? parent = null) => share is not null ? new Lane(share, true) : parent ?? new Lane(instanceId, false);
}
