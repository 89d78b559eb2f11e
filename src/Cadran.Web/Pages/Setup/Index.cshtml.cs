using System.ComponentModel.DataAnnotations;
using Cadran.Jobs;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Demonstration;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Setup;

public sealed class SetupIndexModel(SetupLink link, CadranDb db, UserManager<User> users, SignInManager<User> signIn, JobRunner jobs,
    IStringLocalizer<Text> text) : PageModel
{
    public enum StartWith { Demonstration, Empty }

    [BindProperty]
    public SetupForm Input { get; set; } = new();

    /// <summary>The command line has made the demonstration: it has its organisation, and nobody's own is put above it.</summary>
    public bool IsDemonstration { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (!await link.AcceptsAsync(token, ct)) return NotFound();
        IsDemonstration = await db.Services.AnyAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (!await link.AcceptsAsync(token, ct)) return NotFound();
        IsDemonstration = await db.Services.AnyAsync(ct);
        if (IsDemonstration) ModelState.Remove("Input.OrganisationEn");
        if (!ModelState.IsValid) return this.Invalid();

        // The link works once, also when two people follow it at the same moment: the second waits here, and finds an account.
        await using var transaction = await db.BeginAloneAsync(ct);
        if (await db.Users.AnyAsync(ct)) return NotFound();
        // The command line may have made the organisation and its demonstration before anybody had an account. A demonstration, made or to
        // be made, has an organisation of its own: it is no part of anybody's.
        Organisation? organisation = await db.Organisations.FirstOrDefaultAsync(o => o.ParentId == null, ct);
        if (organisation is null)
        {
            organisation = Input.Start == StartWith.Empty ? Input.ToOrganisation() : DemonstrationContent.Top();
            db.Organisations.Add(organisation);
        }
        else if (!IsDemonstration && Input.Start == StartWith.Empty)
        {
            Organisation named = Input.ToOrganisation();
            organisation.Describe(named.Name, named.Languages);
        }
        else if (organisation.Name == LocalText.Empty)
        {
            organisation.Describe(DemonstrationContent.Top().Name, Organisation.UsualLanguages);
        }
        User user = Cadran.People.User.Invite(Input.Email!, Input.DisplayName!);
        await db.Because("setup.organisation").SaveChangesAsync(ct);
        db.Because("setup.administrator");
        IdentityResult created = await users.CreateAsync(user, Input.Password!);
        if (!created.Succeeded)
        {
            foreach (IdentityError error in created.Errors)
                ModelState.AddModelError(error.Code.StartsWith("Password", StringComparison.Ordinal) ? "Input.Password" : "Input.Email",
                    AccountErrors.Say(error, text));
            return this.Invalid();
        }
        db.Memberships.Add(Membership.Give(user.Id, organisation.Id, Role.Administrator));
        await db.Because("setup.administrator").SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        await signIn.SignInAsync(user, isPersistent: false);
        if (Input.Start == StartWith.Empty || IsDemonstration) return Redirect(Routes.Catalogue.Index);
        Job job = await jobs.StartAsync<DemonstrationJob>(db, new Actor(user.Id, user.DisplayName), organisation.Id, new { }, ct);
        return Redirect(Routes.Jobs.Show(job.Id));
    }

    public sealed class SetupForm : IValidatableObject
    {
        [Display(Name = "Organisation (English)")]
        [StringLength(Organisation.NameMaxLength, ErrorMessage = "Shorten this name: {1} characters at most.")]
        public string? OrganisationEn { get; set; }

        [Display(Name = "Organisation (French)")]
        [StringLength(Organisation.NameMaxLength, ErrorMessage = "Shorten this name: {1} characters at most.")]
        public string? OrganisationFr { get; set; }

        [Display(Name = "Organisation (Dutch)")]
        [StringLength(Organisation.NameMaxLength, ErrorMessage = "Shorten this name: {1} characters at most.")]
        public string? OrganisationNl { get; set; }

        [Display(Name = "Organisation (German)")]
        [StringLength(Organisation.NameMaxLength, ErrorMessage = "Shorten this name: {1} characters at most.")]
        public string? OrganisationDe { get; set; }

        [Display(Name = "Your name"), Required(ErrorMessage = "Enter your name."), StringLength(Cadran.People.User.DisplayNameMaxLength)]
        public string? DisplayName { get; set; }

        [Display(Name = "E-mail address"), Required(ErrorMessage = "Enter your e-mail address.")]
        [EmailAddress(ErrorMessage = "Enter an e-mail address such as name@example.org.")]
        [StringLength(Cadran.People.User.EmailMaxLength, ErrorMessage = "Enter an e-mail address such as name@example.org.")]
        public string? Email { get; set; }

        [Display(Name = "Password"), Required(ErrorMessage = "Enter your password.")]
        public string? Password { get; set; }

        [Display(Name = "Start with")]
        public StartWith Start { get; set; } = StartWith.Demonstration;

        /// <summary>It works in the languages in which it has a name; which they are can be changed afterwards.</summary>
        public Organisation ToOrganisation()
        {
            var name = new LocalText(Written(OrganisationEn), Written(OrganisationFr), Written(OrganisationNl), Written(OrganisationDe));
            return Organisation.Top(name, [.. LocalText.Languages.Where(l => name.Exactly(l).Length > 0)
                .OrderByDescending(l => l == Localization.Language)]);
        }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            bool named = new[] { OrganisationEn, OrganisationFr, OrganisationNl, OrganisationDe }.Any(n => !string.IsNullOrWhiteSpace(n));
            if (Start == StartWith.Empty && !named)
                yield return new("Enter the name of the organisation in at least one language.", [nameof(OrganisationEn)]);
        }

        private static string Written(string? typed) => typed?.Trim() ?? "";
    }
}
