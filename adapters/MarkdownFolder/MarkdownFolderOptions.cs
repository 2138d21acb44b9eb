using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.MarkdownFolder;

/// <summary>Settings of the folder of Markdown articles, section <c>Knowledge</c>.</summary>
public sealed class MarkdownFolderOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Knowledge";

    /// <summary>The folder. Default: the starter articles that come with the product. Empty text = no folder.</summary>
    public string Folder { get; set; } = StarterFolder;

    /// <summary>Where people read the files, such as the web address of their Git repository; the path of the file follows it. Default none: the product's own page of an article.</summary>
    public string? FolderLink { get; set; }

    /// <summary>Where the starter articles are: <c>knowledge/</c> beside the program.</summary>
    public static string StarterFolder { get; } = Path.Combine(AppContext.BaseDirectory, "knowledge");

    /// <summary>True when it is the starter set.</summary>
    public bool IsStarter => Path.GetFullPath(Folder) == Path.GetFullPath(StarterFolder);
}

/// <summary>Checks <see cref="MarkdownFolderOptions"/> at start.</summary>
internal sealed class MarkdownFolderOptionsValidator : IValidateOptions<MarkdownFolderOptions>
{
    public ValidateOptionsResult Validate(string? name, MarkdownFolderOptions options)
    {
        var faults = new List<string>();
        if (options.Folder.Length > 0 && !Directory.Exists(options.Folder))
            faults.Add($"Knowledge:Folder is '{options.Folder}', which is not a folder. Create it, or leave the setting empty for no folder of articles.");
        if (options.FolderLink is not null && (!Uri.TryCreate(options.FolderLink, UriKind.Absolute, out var link) || link.Scheme != Uri.UriSchemeHttps))
            faults.Add("Knowledge:FolderLink must be an https address, or absent.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
