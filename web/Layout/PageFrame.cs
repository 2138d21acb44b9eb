using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Web.Viewers;

namespace HelpDesk.Web.Layout;

/// <summary>What every page shows around its content.</summary>
/// <param name="Viewer">Who is signed in; null = no one.</param>
/// <param name="Path">Path of the page, for the navigation.</param>
/// <param name="Url">Path and query, to refresh it.</param>
/// <param name="Now">When it was made, UTC.</param>
/// <param name="Nonce">Lets the page's inline script run.</param>
/// <param name="TokenField">Name of the anti-forgery field.</param>
/// <param name="Token">The anti-forgery token.</param>
public sealed record PageFrame(Viewer? Viewer, string Path, string Url, DateTimeOffset Now, string Nonce, string TokenField, string Token)
{
    /// <summary>The kill switch while it is on; null while it is off.</summary>
    public KillSwitchState? Frozen { get; init; }
}
