using Microsoft.AspNetCore.Components;

namespace HelpDesk.Web.Layout;

/// <summary>A page: drawn once on the server from a model that its handler made.</summary>
public abstract class PageBase<TModel> : ComponentBase
{
    /// <summary>What is shown around it.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>What it shows.</summary>
    [Parameter, EditorRequired]
    public TModel Model { get; set; } = default!;
}
