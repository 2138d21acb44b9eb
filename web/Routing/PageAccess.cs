namespace HelpDesk.Web.Routing;

/// <summary>Who may call a route, from everyone to few. What a page then shows of a case is decided by its handler.</summary>
public enum PageAccess
{
    /// <summary>Everyone, without signing in.</summary>
    Everybody,

    /// <summary>Any signed-in person; the handler decides what concerns them.</summary>
    SignedIn,

    /// <summary>Signed-in members of a viewer or approver group.</summary>
    Viewer,

    /// <summary>Signed-in people who may turn the kill switch on; what only operators may, the handler asks.</summary>
    Freeze,

    /// <summary>Signed-in members of the operator group.</summary>
    Operator,
}
