using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceNow.Knowledge;

/// <summary>Settings of ServiceNow's knowledge, section <c>ServiceNow:Knowledge</c>. No section = its articles are not read.</summary>
public sealed class ServiceNowKnowledgeOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "ServiceNow:Knowledge";

    /// <summary><c>sys_id</c>s of the knowledge bases that are read. At least one.</summary>
    public IList<string> Bases { get; } = [];

    /// <summary>Those of them that only service desk and technicians may read, whatever their user criteria say. Default none.</summary>
    public IList<string> StaffBases { get; } = [];

    /// <summary>How often all ids are listed, to find deleted articles. Default 15 min. 1 min to 1 day.</summary>
    public TimeSpan FullListEvery { get; set; } = TimeSpan.FromMinutes(15);
}

/// <summary>Checks <see cref="ServiceNowKnowledgeOptions"/> at start.</summary>
internal sealed class ServiceNowKnowledgeOptionsValidator : IValidateOptions<ServiceNowKnowledgeOptions>
{
    public ValidateOptionsResult Validate(string? name, ServiceNowKnowledgeOptions options)
    {
        var faults = new List<string>();
        if (options.Bases.Count == 0 || !options.Bases.All(ServiceNowId.IsValid))
            faults.Add("ServiceNow:Knowledge:Bases must be the sys_ids (32 hexadecimal digits) of at least one knowledge base.");
        if (!options.StaffBases.All(staff => options.Bases.Contains(staff, StringComparer.OrdinalIgnoreCase)))
            faults.Add("ServiceNow:Knowledge:StaffBases must be some of ServiceNow:Knowledge:Bases.");
        if (options.FullListEvery < TimeSpan.FromMinutes(1) || options.FullListEvery > TimeSpan.FromDays(1))
            faults.Add("ServiceNow:Knowledge:FullListEvery must be 1 minute to 1 day.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
