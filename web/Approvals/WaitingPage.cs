namespace HelpDesk.Web.Approvals;

/// <summary>One page of the items that wait for people.</summary>
/// <param name="Items">The items, the oldest first.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Page">Page, from 1.</param>
public sealed record WaitingPage(IReadOnlyList<WaitingItem> Items, int Total, int Page)
{
    /// <summary>Items of one page.</summary>
    public const int Size = 25;

    /// <summary>How many pages there are; at least 1.</summary>
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}
