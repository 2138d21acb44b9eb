namespace HelpDesk.Web.Tracking;

/// <summary>What the tracking page shows: no title, no name.</summary>
/// <param name="Id">The case.</param>
/// <param name="Title">State.</param>
/// <param name="Text">What that means.</param>
/// <param name="Since">When it was accepted, UTC; null = not opened yet.</param>
/// <param name="SeesCase">True when the viewer may open the case.</param>
/// <param name="NotMe">Where "this was not me" is said, for whom that is open; null for others, and when it was said already.</param>
public sealed record TrackModel(string Id, string Title, string Text, DateTimeOffset? Since, bool SeesCase, Uri? NotMe = null);
