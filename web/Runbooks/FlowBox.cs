namespace HelpDesk.Web.Runbooks;

/// <summary>A box of a flow picture, in units of the picture.</summary>
/// <param name="Kind"><c>start</c>, <c>approval</c>, <c>low</c>, <c>medium</c>, <c>high</c>, <c>end</c> or <c>off</c>: its colour.</param>
/// <param name="Mark">Short text above: what sort of box it is.</param>
/// <param name="Lines">Its text, one entry a line.</param>
/// <param name="Condition">Lines on the arrow into it; empty = always.</param>
/// <param name="Top">Where it begins.</param>
/// <param name="Height">How high it is.</param>
public sealed record FlowBox(string Kind, string Mark, IReadOnlyList<string> Lines, IReadOnlyList<string> Condition, double Top, double Height);
